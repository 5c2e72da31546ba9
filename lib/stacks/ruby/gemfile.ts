import { cite } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import type { Evidence } from '../../discovery/evidence.js';
import type { Located } from '../../discovery/manifest.js';

/** A gem of a Gemfile. */
export interface Gem extends Located {
  /** Groups that it is installed for; none stands for every environment. */
  readonly groups: readonly string[];
  /** Folder of the project that it lies in. */
  readonly path?: string;
}

/** What a Gemfile says. It is Ruby and is never run: what only running it would tell is not seen. */
export interface Gemfile {
  readonly file: string;
  readonly text: string;
  readonly gems: readonly Gem[];
  /** `ruby "3.4.4"`, requirements joined by commas. */
  readonly ruby?: { readonly value: string; readonly evidence: Evidence };
  /** Files that it reads: `ruby file: ".ruby-version"`, `eval_gemfile "x"`. */
  readonly files: readonly string[];
  /** Hosts of gem servers besides the public one. */
  readonly hosts: readonly string[];
  /** Installs what the gem of the same folder needs. */
  readonly gemspec: boolean;
}

const words = /:(\w+)|['"](\w+)['"]/gu;
const wordsOf = (text: string): readonly string[] => [...text.matchAll(words)].map((match) => match[1] ?? match[2]!);
const opens = /(?:^\s*(?:if|unless|case|begin|def|while)\b)|\bdo\s*(?:\|[^|]*\|)?\s*$/u;
const gemLine = /^\s*gem[ \t(]+['"]([\w.-]+)['"](.*)$/u;
const groupLine = /^\s*group[ \t(]+(.*?)\)?\s+do\b/u;
const inlineGroup = /\bgroups?:\s*(\[[^\]]*\]|:\w+|['"]\w+['"])|:groups?\s*=>\s*(\[[^\]]*\]|:\w+)/u;
const publicHosts = /^(?:rubygems\.org|index\.rubygems\.org|github\.com)$/u;
/** Nobody lists more. */
const maximumLines = 5000;

function gemOf(match: RegExpExecArray, around: readonly string[], evidence: Evidence): Gem {
  const rest = match[2]!;
  const inline = inlineGroup.exec(rest);
  const path = /\bpath:\s*['"]([^'"]+)['"]|:path\s*=>\s*['"]([^'"]+)['"]/u.exec(rest);
  const folder = path?.[1] ?? path?.[2];
  return {
    name: match[1]!,
    value: /^\s*,\s*['"]([^'"]+)['"]/u.exec(rest)?.[1] ?? '',
    evidence,
    groups: [...around, ...(inline === null ? [] : wordsOf(inline[1] ?? inline[2]!))],
    ...(folder === undefined ? {} : { path: folder }),
  };
}

/** Gems with the groups of the blocks around them. */
function gemsOf(file: string, text: string, code: string): readonly Gem[] {
  const gems: Gem[] = [];
  const blocks: (readonly string[])[] = [];
  let offset = 0;
  for (const line of code.split('\n').slice(0, maximumLines)) {
    const match = line.length > 2000 ? null : gemLine.exec(line);
    if (match !== null) gems.push(gemOf(match, blocks.flat(), cite(file, text, offset)));
    else if (line.length <= 2000) {
      const group = groupLine.exec(line);
      if (group !== null) blocks.push(wordsOf(group[1]!));
      else if (opens.test(line)) blocks.push([]);
      else if (/^\s*end\b/u.test(line)) blocks.pop();
    }
    offset += line.length + 1;
  }
  return gems;
}

function rubyOf(file: string, text: string, code: string): Gemfile['ruby'] {
  const match = /^[ \t]*ruby[ \t(]+((?:['"][^'"\n]+['"][ \t]*,?[ \t]*)+)/mu.exec(code);
  if (match === null) return undefined;
  const value = [...match[1]!.matchAll(/['"]([^'"]+)['"]/gu)].map((each) => each[1]!.trim()).filter((each) => /^[~<>=!\s]*\d/u.test(each)).join(', ');
  return value === '' ? undefined : { value, evidence: cite(file, text, match.index + match[0].search(/\S/u)) };
}

export function parseGemfile(file: string, text: string): Gemfile {
  const code = withoutHashComments(text);
  const files = [...code.matchAll(/^[ \t]*(?:ruby[ \t(]+file:|eval_gemfile[ \t(]+)[ \t]*['"]([\w./-]+)['"]/gmu)].map((match) => match[1]!);
  const hosts = [...code.matchAll(/\bsource:?[ \t(]+['"]https?:\/\/(?:[^@/'"]*@)?([\w.-]+)/gu)].map((match) => match[1]!).filter((host) => !publicHosts.test(host));
  const ruby = rubyOf(file, text, code);
  return { file, text, gems: gemsOf(file, text, code), ...(ruby === undefined ? {} : { ruby }), files: [...new Set(files)], hosts: [...new Set(hosts)], gemspec: /^[ \t]*gemspec\b/mu.test(code) };
}

/** Groups that production leaves out. */
const ofDevelopment: ReadonlySet<string> = new Set(['development', 'test', 'ci', 'lint', 'linting', 'doc', 'docs', 'debug', 'rubocop', 'danger']);

/** Gems that production installs. */
export const runtimeGems = ({ gems }: Pick<Gemfile, 'gems'>): readonly Gem[] => gems.filter(({ groups }) => groups.length === 0 || groups.some((group) => !ofDevelopment.has(group)));

/** What a lock file says of the tools that made it. */
export interface Lock {
  readonly bundler?: string;
  readonly ruby?: { readonly value: string; readonly evidence: Evidence };
  /** Platforms that gems were chosen for, and their place. */
  readonly platforms?: { readonly names: readonly string[]; readonly evidence: Evidence };
}

export function parseLock(file: string, text: string): Lock {
  const bundler = /^BUNDLED WITH\r?\n[ \t]+(\d+(?:\.\d+){0,2})/mu.exec(text)?.[1];
  const ruby = /^RUBY VERSION\r?\n[ \t]+ruby (\d+(?:\.\d+){0,2})/mu.exec(text);
  const platforms = /^PLATFORMS\r?\n((?:[ \t]+\S+\r?\n?)+)/mu.exec(text);
  return {
    ...(platforms === null ? {} : { platforms: { names: platforms[1]!.trim().split(/\s+/u), evidence: cite(file, text, platforms.index) } }),
    ...(bundler === undefined ? {} : { bundler }),
    ...(ruby === null ? {} : { ruby: { value: ruby[1]!, evidence: cite(file, text, ruby.index + ruby[0].indexOf('ruby ', 12)) } }),
  };
}
