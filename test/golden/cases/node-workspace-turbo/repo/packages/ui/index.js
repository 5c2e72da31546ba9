import ms from 'ms';

export const button = (text) => `<button title="${ms(60000)}">${text}</button>`;
