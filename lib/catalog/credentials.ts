/** Says what it is wherever it shows up. Lives in the override file only and is bound to the developer's machine. */
export const developmentPassword = 'development-only';

/** For data services that live as long as a test run. */
export const testPassword = 'ci-only';
