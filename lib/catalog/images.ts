import text from './images.Dockerfile';

const references = new Map(
  [...text.matchAll(/^FROM (?<reference>\S+) AS (?<key>\S+)$/gmu)].map(({ groups }) => [groups!['key']!, groups!['reference']!]),
);

/** The image of a catalog or stack entry, by its key in `images.Dockerfile`. */
export function imageReference(key: string): string {
  const reference = references.get(key);
  if (reference === undefined) throw new Error(`images.Dockerfile has no line for ${key}`);
  return reference;
}

/** The same image with another version: `node:26-trixie-slim` and `22` give `node:22-trixie-slim`. */
export function imageOfVersion(key: string, version: string): string {
  return imageReference(key).replace(/:(v?)\d+(?:\.\d+)*/u, `:$1${version}`);
}
