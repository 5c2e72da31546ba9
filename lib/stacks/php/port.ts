import { cite } from '../../discovery/cite.js';
import type { Fact } from '../../discovery/evidence.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import type { Framework } from './frameworks/framework.js';
import type { PhpProject } from './project.js';

/** What PHP's own server and those of frameworks are told: `-S 0.0.0.0:8080`, `--port=8080`. */
const told = /-S\s+[\w.[\]:]*:(\d{2,5})\b|\b(?:artisan|spark|console|cake)\b[^"\n]{0,80}?(?:--port[= ]|-p )(\d{2,5})\b/gu;

const isUsable = (port: number): boolean => port >= 1024 && port <= 65_535;

/** The port: what a script of the manifest or a Procfile says, else the convention of the framework. */
export function portFacts({ repository, path, manifest }: PhpProject, framework: Framework | undefined, usual: number): readonly Fact<number>[] {
  const ofScripts = manifest === undefined ? [] : [...manifest.text.matchAll(told)].map((match) => ({ port: Number(match[1] ?? match[2]), evidence: cite(manifest.file, manifest.text, match.index) }));
  const ofProcfile = procfileProcesses(repository, path).filter(({ name }) => name === 'web').flatMap(({ line, command }) => [...line.matchAll(told)].map((match) => ({ port: Number(match[1] ?? match[2]), evidence: command.evidence[0]! })));
  const found = [...ofScripts, ...ofProcfile].filter(({ port }) => isUsable(port)).map(({ port, evidence }): Fact<number> => ({ value: port, confidence: 'likely', evidence: [evidence] }));
  return [...found, { value: framework?.defaultPort ?? usual, confidence: 'guess', evidence: [] }];
}
