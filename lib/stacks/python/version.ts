import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { PythonProject } from './project.js';
import { citedText } from './pyproject.js';

/** Files that say which Python runs, with where in them: the exact ones first. */
const places: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: '.python-version', pattern: /^[ \t]*((?:python-)?\d[\w.]*)/mu },
  { file: 'runtime.txt', pattern: /^[ \t]*python-?(\d[\w.]*)/mu },
  { file: '.tool-versions', pattern: /^[ \t]*python[ \t]+(\d[\w.]*)/mu },
  { file: 'mise.toml', pattern: /^[ \t]*python[ \t]*=[ \t]*["'](\d[\w.]*)["']/mu },
  { file: '.mise.toml', pattern: /^[ \t]*python[ \t]*=[ \t]*["'](\d[\w.]*)["']/mu },
];
const lastPlaces: readonly { readonly file: string; readonly pattern: RegExp }[] = [
  { file: 'setup.py', pattern: /python_requires\s*=\s*["']([^"'\n]+)["']/u },
  { file: 'setup.cfg', pattern: /^[ \t]*python_requires\s*=\s*(\S[^\n]*)/mu },
  { file: 'environment.yml', pattern: /^[ \t]*-[ \t]+python[ \t]*([=<>~][^\s#]*)/mu },
  { file: 'environment.yaml', pattern: /^[ \t]*-[ \t]+python[ \t]*([=<>~][^\s#]*)/mu },
];

function seen(repository: Repository, folder: string, list: typeof places): readonly Fact<string>[] {
  return list.flatMap(({ file, pattern }) => {
    const place = joinPath(folder, file);
    const text = repository.exists(place) ? (repository.read(place) ?? '') : '';
    const match = pattern.exec(text);
    return match === null ? [] : [{ value: match[1]!.trim(), confidence: 'certain' as const, evidence: [cite(place, text, match.index + match[0].indexOf(match[1]!))] }];
  });
}

/** Every declaration of the Python version, the exact ones first; a folder's own before the repository's. */
export function versionFacts(project: PythonProject): readonly Fact<string>[] {
  const { repository, path, pyproject, pipfile } = project;
  const declared = [
    citedText(pyproject, 'project', 'requires-python'),
    citedText(pyproject, 'tool', 'poetry', 'dependencies', 'python'),
    citedText(pipfile, 'requires', 'python_full_version'),
    citedText(pipfile, 'requires', 'python_version'),
  ].flatMap((found): Fact<string>[] => (found === undefined ? [] : [{ value: found.value, confidence: 'certain', evidence: [found.evidence] }]));
  return [...seen(repository, path, places), ...(path === '.' ? [] : declared), ...(path === '.' ? [] : seen(repository, '.', places)), ...(path === '.' ? declared : []), ...seen(repository, path, lastPlaces)];
}
