import ejs from 'ejs';

/**
 * Renders a text template with `data`. A name that the data has not is an error, and so is a value that is undefined:
 * a hole in a Dockerfile is found here, not by a user.
 */
export function renderTemplate<T extends object>(template: string, data: T): string {
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) throw new Error(`template value ${key} is undefined: use null or an empty list`);
  }
  return ejs.render(template, data, { escape: String });
}
