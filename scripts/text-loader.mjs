import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

export const textExtensions = ['.ejs', '.Dockerfile'];

const isText = (specifier) => textExtensions.some((extension) => specifier.endsWith(extension));

export async function resolve(specifier, context, next) {
  if (!isText(specifier)) return next(specifier, context);
  return { url: new URL(specifier, context.parentURL).href, format: 'module', shortCircuit: true };
}

export async function load(url, context, next) {
  if (!isText(url)) return next(url, context);
  const source = `export default ${JSON.stringify(await readFile(fileURLToPath(url), 'utf8'))};`;
  return { format: 'module', source, shortCircuit: true };
}
