import type { Diagnostic } from '../../diagnostics.js';
import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { cite } from '../../discovery/cite.js';
import { joinPath } from '../../discovery/repository.js';
import { joinFacts } from '../compiled.js';
import { debianCmake } from './lines.js';
import type { CppProject } from './project.js';
import { presetStandard } from './presets.js';
import type { Preset } from './presets.js';

const flag = /-std=(?:gnu|c)(?:\+\+)?(\d[\da-z])\b/gu;

/** Every declaration of the standard: variables and properties, presets, the package manager's recipe, flags of the compiler. */
export function versionFacts(project: CppProject, preset: Preset | undefined): readonly Fact<string>[] {
  const { repository, folder, standards, managed } = project;
  const file = joinPath(folder, 'CMakeLists.txt');
  const text = repository.read(file) ?? '';
  const flags = [...text.matchAll(flag)].map((match): Fact<string> => ({ value: match[1]!, confidence: 'likely', evidence: [cite(file, text, match.index)] }));
  return joinFacts(ranked([...standards, ...presetStandard(preset), ...managed.standards, ...flags]));
}

/** Compares versions such as `3.9` and `3.31` number by number. */
function isNewer(version: string, than: string): boolean {
  const numbers = (text: string): readonly number[] => text.split('.').map(Number);
  const a = numbers(version);
  const b = numbers(than);
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) if ((a[index] ?? 0) !== (b[index] ?? 0)) return (a[index] ?? 0) > (b[index] ?? 0);
  return false;
}

/** The version of CMake that the project asks for where Debian's is older; undefined otherwise. */
export function newerCmake({ minimums }: CppProject): CppProject['minimums'][number] | undefined {
  return minimums.filter(({ value }) => isNewer(value.split('.').slice(0, 2).join('.'), debianCmake)).toSorted((a, b) => (isNewer(a.value, b.value) ? -1 : 1))[0];
}

/** Where a package manager has its own version to say, nothing installs a newer CMake. */
export function cmakeProblems(project: CppProject): readonly Diagnostic[] {
  const wanted = project.managed.name === undefined ? undefined : newerCmake(project);
  if (wanted === undefined) return [];
  const { file, line } = wanted.evidence;
  return [{ code: 'cmake-too-old', severity: 'warning', message: `${file}:${line}: this asks for CMake ${wanted.value}, and Debian 13 has ${debianCmake}`, help: `Ask for ${debianCmake} if nothing newer is used` }];
}
