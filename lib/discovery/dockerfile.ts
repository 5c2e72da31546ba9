import { plainCommand } from '../text/shell-words.js';
import { cite } from './cite.js';
import type { Fact } from './evidence.js';
import type { Argv } from './findings.js';
import { joinPath } from './repository.js';
import type { Repository } from './repository.js';

/** What a Dockerfile says about the container that it makes: its last stage, and the images that its stages start from. */
export interface DockerfileFacts {
  /** Versions in the tags of images, by the last part of their names. */
  readonly images: readonly { readonly name: string; readonly version: Fact<string> }[];
  readonly port: readonly Fact<number>[];
  readonly command: readonly Fact<Argv>[];
}

interface Instruction {
  readonly name: string;
  readonly rest: string;
  readonly offset: number;
}

/** Instructions with their continuation lines joined. */
function instructions(text: string): readonly Instruction[] {
  return [...text.matchAll(/^[ \t]*([A-Za-z]+)[ \t]+((?:[^\n]*\\[ \t]*\r?\n)*[^\n]*)/gmu)].map((match) => ({
    name: match[1]!.toUpperCase(),
    rest: match[2]!.replaceAll(/\\[ \t]*\r?\n(?:[ \t]*#[^\n]*\n)*/gu, ' ').trim(),
    offset: match.index + match[0].search(/\S/u),
  }));
}

/** Words of the exec form, or of the shell form where it needs no shell. */
function argvOf(rest: string): Argv | undefined {
  if (rest.startsWith('[')) {
    try {
      const words: unknown = JSON.parse(rest);
      return Array.isArray(words) && words.length > 0 && words.every((word) => typeof word === 'string') ? (words as readonly string[]) : undefined;
    } catch {
      return undefined;
    }
  }
  const plain = plainCommand(rest);
  return plain === undefined || plain.settings.length > 0 ? undefined : plain.words;
}

/** `EXPOSE $PORT` with what `ENV` or `ARG` gave it. */
function expanded(value: string, settings: ReadonlyMap<string, string>): string {
  return value.replace(/\$\{?(\w+)\}?/gu, (_, name: string) => settings.get(name) ?? '');
}

/** `FROM docker.io/library/python:3.11-slim AS build` gives `python` and `3.11`. A digest or a word for a version says none. */
function imageOf(rest: string, settings: ReadonlyMap<string, string>): { readonly name: string; readonly version: string } | undefined {
  const reference = expanded(rest.replace(/^(?:--\S+\s+)+/u, '').split(/\s+/u)[0] ?? '', settings);
  const match = /(?:^|\/)([\w.-]+):v?(\d+(?:\.\d+)*)(?:[-_+][\w.-]*)?(?:@sha256:\w+)?$/u.exec(reference);
  return match === null ? undefined : { name: match[1]!, version: match[2]! };
}

/** `EXPOSE` and `CMD` of the last stage of the Dockerfile in a folder; nothing where there is none. Wrapped by an entrypoint of its own, a command says nothing. */
export function dockerfileOf(repository: Repository, folder: string): DockerfileFacts {
  const file = joinPath(folder, 'Dockerfile');
  const text = repository.exists(file) ? (repository.read(file) ?? '') : '';
  const all = instructions(text);
  const settings = new Map<string, string>();
  for (const { name, rest } of all) {
    if (name === 'ENV' || name === 'ARG') for (const match of rest.matchAll(/(\w+)=["']?([\w.]+)/gu)) settings.set(match[1]!, match[2]!);
  }
  const last = all.slice(all.findLastIndex(({ name }) => name === 'FROM') + 1);
  const port = last.filter(({ name }) => name === 'EXPOSE').flatMap(({ rest, offset }): readonly Fact<number>[] => {
    const value = Number(/^(\d{1,5})(?:\/tcp)?$/u.exec(expanded(rest.split(/\s+/u)[0] ?? '', settings))?.[1]);
    return value > 0 && value < 65_536 ? [{ value, confidence: 'certain', evidence: [cite(file, text, offset)] }] : [];
  });
  const entrypoint = last.findLast(({ name }) => name === 'ENTRYPOINT');
  const isWrapped = entrypoint !== undefined && !/tini|dumb-init/u.test(entrypoint.rest);
  const said = last.findLast(({ name }) => name === 'CMD');
  const value = isWrapped || said === undefined ? undefined : argvOf(said.rest);
  const images = all.filter(({ name }) => name === 'FROM').flatMap(({ rest, offset }): DockerfileFacts['images'] => {
    const image = imageOf(rest, settings);
    return image === undefined ? [] : [{ name: image.name, version: { value: image.version, confidence: 'likely', evidence: [cite(file, text, offset)] } }];
  });
  return { images, port: port.slice(0, 1), command: value === undefined ? [] : [{ value, confidence: 'certain', evidence: [cite(file, text, said!.offset)] }] };
}
