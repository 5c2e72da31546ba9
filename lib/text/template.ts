import ejs from 'ejs';

type Render = (data: object) => string;

/** Templates are compiled once: the text is the key. */
const compiled = new Map<string, Render>();

function compile(template: string): Render {
  const known = compiled.get(template);
  if (known !== undefined) return known;
  const render = ejs.compile(template, { escape: String }) as Render;
  compiled.set(template, render);
  return render;
}

/**
 * Renders a text template with `data`. A name that the data has not is an error, and so is a value that is undefined:
 * a hole in a Dockerfile is found here, not by a user.
 */
export function renderTemplate<T extends object>(template: string, data: T): string {
  for (const [key, value] of Object.entries(data)) {
    if (value === undefined) throw new Error(`template value ${key} is undefined: use null or an empty list`);
  }
  return compile(template)(data);
}
