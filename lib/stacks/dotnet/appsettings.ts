import { cite } from '../../discovery/cite.js';
import type { Evidence } from '../../discovery/evidence.js';
import { filesIn } from '../../discovery/file-index.js';
import type { JsonNode } from '../../discovery/json.js';
import { readManifest } from '../../discovery/manifest.js';
import type { Manifest } from '../../discovery/manifest.js';
import type { Repository } from '../../discovery/repository.js';

/** A text in `appsettings.json`. */
export interface Setting {
  /** Its keys, as they stand there. */
  readonly path: readonly string[];
  readonly value: string;
  /** The environment that the file is for; undefined where it always counts. */
  readonly environment?: string | undefined;
  readonly evidence: Evidence;
}

const name = /(?:^|\/)appsettings(?:\.([\w-]+))?\.json$/iu;
const maximumDepth = 20;

function* texts(manifest: Manifest, members: ReadonlyMap<string, { readonly offset: number; readonly node: JsonNode }>, path: readonly string[]): Generator<Omit<Setting, 'environment'>> {
  for (const [key, { offset, node }] of members) {
    const own = [...path, key];
    if (node.kind === 'string') yield { path: own, value: node.value, evidence: cite(manifest.file, manifest.text, offset) };
    else if (node.kind === 'object' && own.length < maximumDepth) yield* texts(manifest, node.members, own);
  }
}

/** Texts of the settings beside a project, those that always count first. What cannot be read says nothing: it is no manifest. */
export function appSettings(repository: Repository, path: string): readonly Setting[] {
  const files = filesIn(repository, path).filter((file) => name.test(file)).toSorted((a, b) => Number(name.exec(a)![1] !== undefined) - Number(name.exec(b)![1] !== undefined));
  return files.flatMap((file) => {
    const { manifest } = readManifest(repository, file, { relaxed: true });
    return manifest === undefined ? [] : [...texts(manifest, manifest.members, [])].map((setting) => ({ ...setting, environment: name.exec(file)![1] }));
  });
}

/** The variable that stands above a setting. */
export const variableOf = ({ path }: Setting): string => path.join('__');
