import type { OutputFile } from './output-file.js';

/** A reference to an image of a registry: stages and build contexts have neither tag nor folder. */
const isReference = (name: string): boolean => /[:/]/u.test(name);

/** Dockerfiles whose base images come from a mirror. Without one they stay as they are. */
export function fromMirror(files: readonly OutputFile[], mirror: string | undefined): readonly OutputFile[] {
  if (mirror === undefined) return files;
  return files.map((file) => {
    if (!/(?:^|\/)Dockerfile$/u.test(file.path)) return file;
    const content = file.content
      .replace(/^(FROM (?:--\S+ )*)(\S+)/gmu, (line, start: string, name: string) => (isReference(name) ? `${start}${mirror}${name}` : line))
      .replace(/^(COPY (?:--\S+ )*--from=)(\S+)/gmu, (line, start: string, name: string) => (isReference(name) ? `${start}${mirror}${name}` : line));
    return { ...file, content };
  });
}
