import type { Diagnostic } from '../../diagnostics.js';
import { textProblems, unreadable } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { parseYaml } from '../../discovery/yaml.js';

function condaProblems(repository: Repository, file: string): readonly Diagnostic[] {
  const unread = textProblems(repository, file);
  if (unread.length > 0) return unread;
  const { document, problems } = parseYaml(file, repository.read(file));
  return document === undefined || document.has('dependencies') ? problems : [unreadable(file, '1:1', 'it has no list of dependencies', 'Correct the file and run again')];
}

/** What is wrong with manifests as files. Those in TOML say themselves why they cannot be read; requirements may be empty. */
export function manifestProblems(repository: Repository, path: string, present: readonly string[], requirements: readonly string[]): readonly Diagnostic[] {
  const at = (name: string): string => joinPath(path, name);
  return [
    ...present.filter((name) => name === 'setup.py' || name === 'setup.cfg').flatMap((name) => textProblems(repository, at(name))),
    ...present.filter((name) => name === 'pyproject.toml' || name === 'Pipfile').flatMap((name) => ((repository.read(at(name)) ?? 'x').trim() === '' ? textProblems(repository, at(name)) : [])),
    ...present.filter((name) => name.startsWith('environment.y')).flatMap((name) => condaProblems(repository, at(name))),
    ...requirements.filter((file) => (repository.read(file) ?? '').trim() === '').flatMap((file): readonly Diagnostic[] => {
      const [problem] = textProblems(repository, file);
      return problem === undefined ? [] : repository.read(file) === undefined ? [problem] : [{ ...problem, code: 'requirements-empty', severity: 'info', message: `${file}: the file is empty, so nothing is installed` }];
    }),
  ];
}
