import { withoutSlashComments } from '../../discovery/comments.js';
import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { VersionCatalog } from './version-catalog.js';
import type { Plugin } from './module.js';

/** A build script of Gradle, Groovy or Kotlin. `code` is its text without comments, every character in its place. */
export interface GradleFile {
  readonly file: string;
  readonly text: string;
  readonly code: string;
}

/** Nobody declares more in one file. */
const maximum = 1000;

export function readGradle(repository: Repository, folder: string, ...names: readonly string[]): GradleFile | undefined {
  for (const name of names.flatMap((each) => [`${each}.gradle`, `${each}.gradle.kts`])) {
    const file = joinPath(folder, name);
    const text = repository.exists(file) ? repository.read(file) : undefined;
    if (text !== undefined) return { file, text, code: withoutSlashComments(text) };
  }
  return undefined;
}

function found({ code }: GradleFile, pattern: RegExp): readonly RegExpExecArray[] {
  const list: RegExpExecArray[] = [];
  for (const match of code.matchAll(pattern)) {
    if (list.length === maximum) break;
    list.push(match);
  }
  return list;
}

const place = ({ file, text }: GradleFile, match: RegExpExecArray): Evidence => cite(file, text, match.index + Math.max(0, match[0].search(/\S/u)));

/** The text inside the braces that follow each match of a word, the rest blanked so that every character keeps its place. */
export function block(script: GradleFile, word: RegExp): GradleFile {
  const { code } = script;
  let kept = '';
  for (const match of code.matchAll(word)) {
    const start = match.index + match[0].length;
    if (start < kept.length) continue;
    let depth = 1;
    let end = start;
    for (; end < code.length && depth > 0; end += 1) {
      if (code[end] === '{') depth += 1;
      else if (code[end] === '}') depth -= 1;
    }
    kept += code.slice(kept.length, start).replace(/[^\n]/gu, ' ') + code.slice(start, end - (depth === 0 ? 1 : 0));
  }
  return { ...script, code: kept };
}

/** The script without what it says for other modules. */
export function ownPart(script: GradleFile): GradleFile {
  const others = block(script, /(?<![\w.])(?:subprojects|buildscript|configure\s*\([^)\n]{0,200}\))\s*\{/gu).code;
  const code = [...script.code].map((character, index) => (others[index] !== undefined && others[index] !== ' ' && others[index] !== '\n' ? ' ' : character)).join('');
  return { ...script, code };
}

const declaration = /(?<![\w.])(?:id\s*\(?\s*["']([\w.-]+)["']\s*\)?(?:\s*version\s*\(?\s*["']([^"'\n]+)["']\)?)?|kotlin\s*\(\s*["']([\w.-]+)["']\s*\)(?:\s*version\s*["']([^"'\n]+)["'])?|alias\s*\(\s*libs\.plugins\.([\w.]+)\s*\)|`([\w-]+)`)(\s*apply\s*\(?\s*false)?/gu;
const applied = /(?<![\w.])apply\s*(?:\(\s*)?plugin\s*[:=]\s*["']([\w.-]+)["']|(?<![\w.])plugins?\.apply\(\s*["']([\w.-]+)["']|(?<![\w.])(java|application|war)(?=\s*\n|\s*;|\s*$)/gu;

/** Plugins that a script applies; `apply false` only says which version others get. */
export function pluginsIn(script: GradleFile, catalog: VersionCatalog, own: boolean): readonly Plugin[] {
  const declared = found(block(script, /(?<![\w.])plugins\s*\{/gu), declaration).filter((match) => match[7] === undefined).map((match): Plugin => {
    const named = match[5] === undefined ? undefined : catalog.plugin(match[5]);
    const id = match[1] ?? (match[3] === undefined ? undefined : `org.jetbrains.kotlin.${match[3]}`) ?? named?.id ?? match[6] ?? '';
    return { id, own, version: match[2] ?? match[4] ?? named?.version, evidence: place(script, match) };
  });
  const words = found(block(script, /(?<![\w.])plugins\s*\{/gu), /^[ \t]*(java|application|war|scala|groovy)[ \t]*$/gmu).map((match): Plugin => ({ id: match[1]!, own, evidence: place(script, match) }));
  const later = found(script, applied).flatMap((match): Plugin[] => (match[1] ?? match[2]) === undefined ? [] : [{ id: (match[1] ?? match[2])!, own, evidence: place(script, match) }]);
  return [...declared, ...words, ...later].filter(({ id }) => id !== '');
}

/** Versions of plugins that a script names for others. */
export function pluginVersion(script: GradleFile | undefined, id: string, catalog: VersionCatalog): string | undefined {
  if (script === undefined) return undefined;
  for (const match of found(script, declaration)) {
    if (match[1] === id && match[2] !== undefined) return match[2];
    if (match[5] !== undefined && catalog.plugin(match[5])?.id === id) return catalog.plugin(match[5])?.version;
  }
  return new RegExp(String.raw`["']org\.springframework\.boot:spring-boot-gradle-plugin:([\w.-]+)["']`, 'u').exec(id === 'org.springframework.boot' ? script.code : '')?.[1];
}

/** Configurations whose members are there at run time. */
const runtimeConfiguration = '["\']?(?:implementation|api|runtimeOnly|compile|runtime|developmentOnly)["\']?';
const quotedDependency = new RegExp(String.raw`(?<![\w.])${runtimeConfiguration}\s*\(?\s*["']([\w.-]+):([\w.-]+)(?::[^"'\n]*)?["']`, 'gu');
const mapDependency = new RegExp(String.raw`(?<![\w.])${runtimeConfiguration}\s*\(?\s*group\s*[:=]\s*["']([\w.-]+)["']\s*,\s*name\s*[:=]\s*["']([\w.-]+)["']`, 'gu');
const catalogDependency = new RegExp(String.raw`(?<![\w.])${runtimeConfiguration}\s*\(?\s*libs\.([\w.]+)`, 'gu');
const platform = /["'](?:org\.springframework\.boot):spring-boot-dependencies:([\w.-]+)["']/u;

export function dependenciesIn(script: GradleFile, catalog: VersionCatalog): readonly Located[] {
  const plain = [quotedDependency, mapDependency].flatMap((pattern) => found(script, pattern)).map((match): Located => ({ name: `${match[1]}:${match[2]}`, value: '', evidence: place(script, match) }));
  const named = found(script, catalogDependency).flatMap((match) => catalog.libraries(match[1]!).map((name): Located => ({ name, value: '', evidence: place(script, match) })));
  return [...plain, ...named];
}

export const bootPlatform = ({ code }: GradleFile): string | undefined => platform.exec(code)?.[1];

/** Paths of projects, such as `:core:api`, that a script depends on; a typesafe accessor such as `projects.coreApi` in its own form. */
export function projectsIn(script: GradleFile): readonly string[] {
  const plain = found(script, new RegExp(String.raw`(?<![\w.])${runtimeConfiguration}\s*\(?\s*project\s*\(\s*(?:path\s*[:=]\s*)?["']([:\w.-]+)["']`, 'gu')).map((match) => match[1]!);
  const typed = found(script, new RegExp(String.raw`(?<![\w.])${runtimeConfiguration}\s*\(?\s*projects\.([\w.]+)`, 'gu')).map((match) => `:${match[1]!.replaceAll('.', ':').replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`);
  return [...plain, ...typed];
}

const levels: readonly RegExp[] = [
  /languageVersion\s*(?:=|\.set\s*\()\s*JavaLanguageVersion\.of\(\s*["']?([\w.()]+?)["']?\s*\)/gu,
  /(?<![\w.])jvmToolchain\s*\(\s*([\w.()]+?)\s*\)/gu,
  /(?<![\w.])(?:options\.)?release\s*(?:=|\.set\s*\()\s*["']?([\w.]+)/gu,
  /(?<![\w.])(?:java\.)?sourceCompatibility\s*(?:=|\.set\s*\()?\s*(?:JavaVersion\.toVersion\(\s*)?["']?([\w.]+)/gu,
  /(?<![\w.])(?:java\.)?targetCompatibility\s*(?:=|\.set\s*\()?\s*(?:JavaVersion\.toVersion\(\s*)?["']?([\w.]+)/gu,
  /(?<![\w.])jvmTarget\s*(?:=|\.set\s*\()\s*["']?([\w.]+)/gu,
];

/** Where scripts say for which Java they are written. A name stands for a value of the same script, of `gradle.properties` or of the catalog. */
export function levelsIn(script: GradleFile, properties: ReadonlyMap<string, string>, catalog: VersionCatalog): readonly Fact<string>[] {
  return levels.flatMap((pattern) => found(script, pattern)).flatMap((match): Fact<string>[] => {
    const value = levelOf(match[1]!, script, properties, catalog);
    return value === undefined ? [] : [{ value, confidence: 'certain', evidence: [place(script, match)] }];
  });
}

function levelOf(word: string, { code }: GradleFile, properties: ReadonlyMap<string, string>, catalog: VersionCatalog): string | undefined {
  if (/^\d[\d.]*$/u.test(word)) return word;
  const constant = /(?:VERSION|JVM)_(?:1_)?(\d+)$/u.exec(word)?.[1];
  if (constant !== undefined) return constant;
  const named = /^libs\.versions\.([\w.]+?)(?:\.get\(\))?(?:\.\w+\(\))*$/u.exec(word)?.[1];
  if (named !== undefined) return catalog.version(named);
  if (!/^\w{1,60}$/u.test(word)) return undefined;
  return properties.get(word) ?? new RegExp(String.raw`(?<![\w.])(?:val|def|ext\.)?\s*${word}\s*=\s*["']?(\d[\d.]*)`, 'u').exec(code)?.[1];
}

export function mainClassIn({ code }: GradleFile): string | undefined {
  return /(?<![\w.])(?:mainClass|mainClassName)\s*(?:=|\.set\s*\()\s*["']([\w.$]+)["']/u.exec(code)?.[1];
}
