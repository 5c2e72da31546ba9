/** Folder of the base store in the project. */
export const storeFolder = '.docker-architect';
export const manifestPath = `${storeFolder}/manifest.json`;

/** What we wrote last: SHA-256 of the content by path. Contents are kept as blobs named by hash. */
export type Manifest = ReadonlyMap<string, string>;

export const blobFolder = `${storeFolder}/blobs`;
export const blobPath = (sha256: string): string => `${blobFolder}/${sha256}`;

/** Relative, with `/`, and never out of the project: what is read back is untrusted input. */
export function isSafePath(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !/[\\\u0000-\u001f:]/u.test(path) && path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}

/** Reads a manifest; entries that could not be ours are left out, and so is everything when it is no manifest. */
export function parseManifest(text: string | undefined): Manifest {
  if (text === undefined) return new Map();
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return new Map();
  }
  const files = data !== null && typeof data === 'object' && 'files' in data ? data.files : undefined;
  if (files === null || typeof files !== 'object') return new Map();
  return new Map(
    Object.entries(files).filter((entry): entry is [string, string] => isSafePath(entry[0]) && typeof entry[1] === 'string' && /^[0-9a-f]{64}$/u.test(entry[1])),
  );
}

export function serialiseManifest(manifest: Manifest): string {
  const files = Object.fromEntries([...manifest].toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, files }, undefined, 2)}\n`;
}
