import type { Diagnostic } from '../../diagnostics.js';
import { isPartOfProject } from '../../discovery/app-findings.js';
import { cite } from '../../discovery/cite.js';
import { withoutSlashComments } from '../../discovery/comments.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesIn, filesNamed } from '../../discovery/file-index.js';
import { scriptProblems } from '../../discovery/manifest.js';
import type { Located } from '../../discovery/manifest.js';
import { folderOf, joinPath, normalisePath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { JvmModule, Plugin } from './module.js';

interface SbtFile {
  readonly file: string;
  readonly text: string;
  readonly code: string;
}

/** A stretch of build.sbt that speaks for one project, or for all. */
interface Stretch {
  readonly id: string | undefined;
  readonly start: number;
  readonly end: number;
}

const maximumProjects = 200;

function read(repository: Repository, file: string): SbtFile | undefined {
  const text = repository.read(file);
  return text === undefined ? undefined : { file, text, code: withoutSlashComments(text) };
}

function dependenciesIn({ file, text, code }: SbtFile, start = 0, end = code.length): readonly Located[] {
  return [...code.slice(start, end).matchAll(/["']([\w.-]+)["']\s*%{1,3}\s*["']([\w.-]+)["']\s*%\s*[^,\n)]{1,200}/gu)].slice(0, 1000)
    .filter((match) => !/%\s*["']?(?:Test|test|provided|Provided|IntegrationTest|it,test)["']?\s*$/u.test(match[0].trim()))
    .map((match) => ({ name: `${match[1]}:${match[2]}`, value: '', evidence: cite(file, text, start + match.index) }));
}

function pluginsOf(repository: Repository, root: string): readonly Plugin[] {
  return filesIn(repository, joinPath(root, 'project')).filter((file) => file.endsWith('.sbt')).flatMap((file) => {
    const script = read(repository, file);
    return script === undefined ? [] : [...script.code.matchAll(/addSbtPlugin\s*\(\s*"([\w.-]+)"\s*%\s*"([\w.-]+)"\s*%\s*"?([\w.-]+)/gu)].map((match) => ({ id: match[2]!, own: false, version: match[3], evidence: cite(file, script.text, match.index) }));
  });
}

function enabledIn({ file, text, code }: SbtFile, start: number, end: number): readonly Plugin[] {
  return [...code.slice(start, end).matchAll(/enablePlugins\s*\(([^)]{0,500})\)/gu)].flatMap((match) => match[1]!.split(',').map((id) => ({ id: id.trim(), own: true, evidence: cite(file, text, start + match.index) }))).filter(({ id }) => id !== '');
}

/** Projects of build.sbt, each up to the next one; the whole file where it names none. */
function stretches(code: string): readonly Stretch[] {
  const found = [...code.matchAll(/^[ \t]*lazy\s+val\s+`?([\w-]+)`?\s*(?::\s*\w+\s*)?=\s*(?=\(?\s*(?:project|Project|crossProject))/gmu)].slice(0, maximumProjects);
  if (found.length === 0) return [{ id: undefined, start: 0, end: code.length }];
  return found.map((match, index) => ({ id: match[1]!, start: match.index, end: found[index + 1]?.index ?? code.length }));
}

function levelsIn({ file, text, code }: SbtFile): readonly Fact<string>[] {
  return [...code.matchAll(/["'](?:-release|--release|-source|-target|-java-output-version)["']?(?:\s*,\s*["']|:)(\d[\d.]*)["']|["']-target:jvm-(\d[\d.]*)["']/gu)].slice(0, 50)
    .map((match) => ({ value: (match[1] ?? match[2])!, confidence: 'certain' as const, evidence: [cite(file, text, match.index)] }));
}

function modulesOf(repository: Repository, script: SbtFile): readonly JvmModule[] {
  const root = folderOf(script.file) || '.';
  const { code } = script;
  const all = stretches(code);
  const common = all[0]!.id === undefined ? [] : dependenciesIn(script, 0, all[0]!.start);
  const shared = filesIn(repository, joinPath(root, 'project')).filter((file) => file.endsWith('.scala')).flatMap((file) => {
    const source = read(repository, file);
    return source === undefined ? [] : dependenciesIn(source);
  });
  const folders = new Map(all.map(({ id, start, end }) => {
    const folder = /\bfile\s*\(\s*"([^"]*)"\s*\)/u.exec(code.slice(start, end))?.[1] ?? (id === undefined || id === 'root' || /\.in\(/u.test(code.slice(start, end)) ? '.' : id);
    return [id, normalisePath(joinPath(root, folder)) || '.'] as const;
  }));
  const plugins = pluginsOf(repository, root);
  return all.flatMap(({ id, start, end }): JvmModule[] => {
    const body = code.slice(start, end);
    const path = folders.get(id)!;
    const names = [...body.matchAll(/dependsOn\s*\(([^)]{0,500})\)/gu)].flatMap((match) => match[1]!.split(',').map((each) => each.trim().replace(/\s*%.*$/u, '')));
    return [{
      tool: 'sbt',
      path,
      root,
      file: script.file,
      name: /(?<![\w.])name\s*:=\s*"([^"\n]+)"/u.exec(body)?.[1] ?? (id !== undefined && id !== 'root' ? id : /(?<![\w.])name\s*:=\s*"([^"\n]+)"/u.exec(code)?.[1] ?? repository.name),
      packaging: 'jar',
      dependencies: [...dependenciesIn(script, start, end), ...common, ...shared],
      plugins: [...enabledIn(script, start, end), ...plugins],
      references: [...new Set(names.flatMap((each) => folders.get(each) ?? []))].filter((each) => each !== path),
      versions: levelsIn(script),
      mainClass: /mainClass\s*:=\s*Some\(\s*"([\w.$]+)"/u.exec(body)?.[1],
      // the name of the project, by which sbt's commands are told which one is meant
      archive: id,
      manifests: [script.file],
    }];
  });
}

/** Every project that a build.sbt of the repository describes. */
export function sbtModules(repository: Repository): { readonly modules: readonly JvmModule[]; readonly problems: readonly Diagnostic[] } {
  const files = filesNamed(repository, 'build.sbt').filter((file) => isPartOfProject(folderOf(file)));
  const modules = files.flatMap((file) => {
    const script = read(repository, file);
    return script === undefined ? [] : modulesOf(repository, script);
  });
  return { modules, problems: scriptProblems(repository, files, 'a script of sbt') };
}
