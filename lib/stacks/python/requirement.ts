import { cite } from '../../discovery/cite.js';
import type { Located } from '../../discovery/manifest.js';

/** A dependency as PEP 508 writes it. */
export interface Requirement {
  /** In lower case with hyphens, as PEP 503 compares names. */
  readonly name: string;
  readonly extras: readonly string[];
  readonly specifier: string;
}

export const normalName = (name: string): string => name.toLowerCase().replace(/[-_.]+/gu, '-');

const pattern = /^([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(?:\[([^\]]*)\])?\s*(.*)$/u;

/** `celery[redis]>=5; python_version > "3"`. Undefined for what is no requirement by name. */
export function parseRequirement(text: string): Requirement | undefined {
  const match = pattern.exec(text.split(';')[0]!.trim());
  if (match === null) return undefined;
  const rest = match[3]!.replace(/\s--[a-z].*$/u, '').replace(/^\(|\)$/gu, '').trim();
  if (rest !== '' && !/^(?:[<>=!~]|@)/u.test(rest)) return undefined;
  return { name: normalName(match[1]!), extras: (match[2] ?? '').split(',').map((extra) => normalName(extra.trim())).filter((extra) => extra !== ''), specifier: rest.startsWith('@') ? '' : rest };
}

/** The requirement as names to look for: its own, and one for each extra, `celery[redis]`. */
export function locate({ name, extras, specifier }: Requirement, file: string, text: string, offset: number): readonly Located[] {
  const evidence = cite(file, text, offset);
  return [name, ...extras.map((extra) => `${name}[${extra}]`)].map((each) => ({ name: each, value: specifier, evidence }));
}

export interface RequirementsFile {
  readonly dependencies: readonly Located[];
  /** Files that it includes, as they stand there. */
  readonly includes: readonly string[];
  readonly constraints: readonly string[];
  /** Packages and folders of wheels that it takes from the repository: paths as they stand there, from where pip runs (pypa/pip#6112). */
  readonly locals: readonly Located[];
  /** Lines that pip refuses. */
  readonly refused: readonly Located[];
  /** Variables that its addresses of private indexes name. */
  readonly secrets: readonly string[];
  readonly hashed: boolean;
}

const archive = /\.(?:whl|zip|tar\.gz|tar\.bz2|tgz)$/u;

/** The path of a line that installs from a folder or an archive of the repository; undefined for what comes from an index or a server. */
export function localPath(line: string): string | undefined {
  const option = /^(-e|--editable|-f|--find-links)(?:=|\s+)(.+)$/u.exec(line);
  if (option === null && line.startsWith('-')) return undefined;
  const said = (option?.[2] ?? line).trim().replace(/^(["'])(.*)\1$/u, '$2');
  const [target = ''] = (/^[\w.-]+\s*(?:\[[^\]]*\])?\s*@\s*(file:\S+)/u.exec(said)?.[1] ?? said).split(/\s|;|#/u);
  // a file URL of its own folder is PDM's and Hatch's way to say a relative path
  const path = target.replace(/^file:(?:\/\/(?:localhost)?)?/u, '').replace(/^\/?(?:\$\{PROJECT_ROOT\}|\{root:uri\})\/?/u, './').replace(/\[[^\]]*\]$/u, '');
  if (path === '' || /^(?:[/~]|[a-z][\w+.-]*:|git@)/iu.test(path)) return undefined;
  return option !== null || /^\.|\//u.test(path) || archive.test(path) ? path : undefined;
}

const clause = /^(?:===|==|~=|!=|<=|>=|<|>)\s*[\w.*+!-]+$/u;

/** Whether pip takes a line that is no option and no path (PEP 508): a name with clauses, or an address. */
function isRequirement(line: string, found: Requirement | undefined): boolean {
  if (line === '' || /^[\w.+-]+:/u.test(line) || line.startsWith('git@')) return true;
  return found !== undefined && (found.specifier === '' || found.specifier.split(',').every((each) => each.trim() === '' || clause.test(each.trim())));
}

export const isArchive = (path: string): boolean => archive.test(path);

/** A file in the format of `pip install -r`; lines that cannot be read are left out. */
export function parseRequirements(file: string, text: string): RequirementsFile {
  const dependencies: Located[] = [];
  const includes: string[] = [];
  const constraints: string[] = [];
  const locals: Located[] = [];
  const refused: Located[] = [];
  const secrets = new Set<string>();
  for (const match of text.matchAll(/^[ \t]*([^\s#][^\n]*)$/gmu)) {
    const line = match[1]!.replace(/(?:^|\s)#.*$/u, '').replace(/\\\s*$/u, '').trim();
    const included = /^(?:-r|--requirement)[ =]?\s*(\S+)$/u.exec(line)?.[1];
    const constraint = /^(?:-c|--constraint)[ =]?\s*(\S+)$/u.exec(line)?.[1];
    for (const [, variable] of line.matchAll(/\$\{([A-Z_][A-Z0-9_]*)\}/gu)) secrets.add(variable!);
    if (included !== undefined) includes.push(included);
    else if (constraint !== undefined) constraints.push(constraint);
    else {
      const place = match.index + match[0].search(/\S/u);
      const local = localPath(line);
      if (local !== undefined) locals.push({ name: local, value: '', evidence: cite(file, text, place) });
      const named = /#egg=([\w.-]+)/u.exec(match[1]!)?.[1];
      const requirement = line.startsWith('-') && named === undefined ? undefined : parseRequirement(named ?? line);
      if (!line.startsWith('-') && local === undefined && named === undefined && !isRequirement(line, requirement)) refused.push({ name: line.slice(0, 60), value: '', evidence: cite(file, text, place) });
      if (requirement !== undefined) dependencies.push(...locate(requirement, file, text, place));
    }
  }
  return { dependencies, includes, constraints, locals, refused, secrets: [...secrets], hashed: /--hash=sha256:/u.test(text) };
}
