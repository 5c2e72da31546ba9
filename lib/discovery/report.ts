import type { Confidence, Evidence, Fact } from './evidence.js';
import { best, ranked } from './evidence.js';
import type { AppFindings, Findings } from './findings.js';

/** One fact with its subject: `project`, `app:<path>`, `worker:<name>`, `service:<id>`, `docker`, or `repository`. */
export interface ReportedFact {
  readonly subject: string;
  readonly fact: string;
  readonly value: unknown;
  readonly confidence: Confidence;
  readonly evidence: readonly Evidence[];
}

function reported(subject: string, fact: string, facts: readonly Fact<unknown>[]): readonly ReportedFact[] {
  return ranked(facts).map(({ value, confidence, evidence }) => ({ subject, fact, value, confidence, evidence }));
}

function factsOf(app: AppFindings): readonly ReportedFact[] {
  const subject = `app:${app.path}`;
  const { commands } = app;
  return [
    ...(['language', 'framework', 'packageManager', 'version', 'port', 'bind', 'health'] as const).flatMap((fact) => reported(subject, fact, app[fact])),
    ...(['start', 'dev', 'build', 'test'] as const).flatMap((fact) => reported(subject, fact, commands[fact])),
    ...app.variables.flatMap(({ name, evidence }) => reported(subject, 'variable', [{ value: name, confidence: 'certain', evidence }])),
    ...app.jobs.flatMap(({ name, command }) => reported(`job:${name}`, 'command', command)),
    ...app.workers.flatMap(({ name, start, dev }) => [...reported(`worker:${name}`, 'start', start), ...reported(`worker:${name}`, 'dev', dev)]),
  ];
}

/** Plain best values, null where nothing is known. */
function summary(app: AppFindings) {
  return {
    name: app.name,
    path: app.path,
    role: app.role,
    language: best(app.language) ?? null,
    framework: best(app.framework) ?? null,
    packageManager: best(app.packageManager)?.name ?? null,
    version: best(app.version) ?? null,
    port: best(app.port) ?? null,
    workers: app.workers.map(({ name, start }) => ({ name, command: best(start) ?? null })),
  };
}

/** What `discover --json` prints: short answers first, then every fact, contradictory ones side by side. */
export function discoveryReport(findings: Findings, pattern: string) {
  return {
    project: best(findings.project) ?? null,
    pattern,
    apps: findings.apps.map(summary),
    // a guess is among the findings, with what speaks for it
    services: findings.services.filter(({ confidence }) => confidence !== 'guess').map(({ technology, variant, version, evidence }) => ({ technology, ...(variant === undefined ? {} : { variant }), ...(version === undefined ? {} : { version }), evidence })),
    thirdParties: findings.thirdParties.map(({ name, evidence }) => ({ name, apps: findings.apps.filter((app) => app.thirdParties?.includes(name) === true).map(({ path }) => path), evidence })),
    findings: [
      ...reported('project', 'name', findings.project),
      ...reported('project', 'release', findings.release),
      ...findings.apps.flatMap(factsOf),
      ...findings.services.flatMap(({ technology, confidence, evidence }) => reported(`service:${technology}`, 'technology', [{ value: technology, confidence, evidence }])),
      ...findings.existingDocker.flatMap(({ file, kind }) => reported('docker', kind, [{ value: file, confidence: 'certain', evidence: [] }])),
      ...findings.problems.map(({ message }): ReportedFact => ({ subject: 'repository', fact: 'problem', value: message, confidence: 'certain', evidence: [] })),
    ],
  };
}
