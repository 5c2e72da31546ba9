import type { Evidence } from '../evidence.js';
import type { ReportedFact } from '../report.js';
import type { DescribedApp, Description, Understood } from './types.js';

const plain = <T>(answer: Understood<T> | undefined): { readonly value: T; readonly evidence: readonly Evidence[] } | null => (answer === undefined ? null : { value: answer.value, evidence: answer.evidence });

function factsOf(app: DescribedApp, path: string): readonly ReportedFact[] {
  const { confidence, evidence } = app;
  return [
    ...(['stack', 'language', 'framework', 'version', 'frameworkVersion'] as const).flatMap((fact) => (app[fact] === undefined ? [] : [{ subject: `app:${path}`, fact, value: app[fact], confidence, evidence }])),
    ...app.workers.map((worker): ReportedFact => ({ subject: `worker:${worker.name}`, fact: 'worker', value: worker.library ?? worker.name, confidence: 'likely', evidence: worker.evidence })),
  ];
}

const reported = (subject: string, fact: string, answer: Understood<unknown> | undefined): readonly ReportedFact[] => (answer === undefined ? [] : [{ subject, fact, value: answer.value, confidence: answer.confidence, evidence: answer.evidence }]);

/** Folder of an app of a description: the root for a single one. */
export const pathOf = (description: Description, { name }: DescribedApp): string => (description.apps.length === 1 ? '.' : description.pattern.value === 'microservices' ? `services/${name}` : name);

/** What `discover --json --describe` prints: the shape of a discovery, with `proxy`, `constraints`, and what was not understood. */
export function descriptionReport(description: Description) {
  const { constraints } = description;
  return {
    project: description.project?.value ?? null,
    pattern: description.pattern.value,
    apps: description.apps.map((app) => ({
      name: app.name,
      path: pathOf(description, app),
      role: app.role,
      stack: app.stack ?? null,
      language: app.language ?? null,
      framework: app.framework ?? null,
      packageManager: null,
      version: app.version ?? null,
      port: null,
      workers: app.workers.map(({ name, library }) => ({ name, library: library ?? null, command: null })),
      evidence: app.evidence,
    })),
    // a guess is among the findings, with what speaks for it
    services: description.services.filter(({ confidence }) => confidence !== 'guess').map(({ value, version, tag, managed, confidence, evidence }) => ({
      technology: value,
      ...(version === undefined ? {} : { version }),
      ...(tag === undefined ? {} : { tag }),
      ...(managed === undefined ? {} : { external: ['production'] }),
      confidence,
      evidence,
    })),
    proxy: description.proxy === undefined ? null : { technology: description.proxy.value, confidence: description.proxy.confidence, evidence: description.proxy.evidence },
    environments: description.environments.map(({ value }) => value),
    constraints: {
      memory: constraints.memory?.value ?? null,
      cpus: constraints.cpus?.value ?? null,
      latency: constraints.latency?.value ?? null,
      requestsPerSecond: constraints.requestsPerSecond?.value ?? null,
      security: constraints.security?.value ?? null,
      regulations: (constraints.regulations ?? []).map(({ value }) => value),
      team: constraints.team?.value ?? null,
    },
    excluded: description.excluded.map((each) => plain(each)),
    notUnderstood: description.notUnderstood,
    findings: [
      ...reported('project', 'name', description.project),
      ...reported('project', 'pattern', description.pattern),
      ...description.apps.flatMap((app) => factsOf(app, pathOf(description, app))),
      ...description.services.flatMap((service) => [
        ...reported(`service:${service.value}`, 'technology', service),
        ...(service.tag ?? service.version) === undefined ? [] : reported(`service:${service.value}`, 'version', { ...service, value: (service.tag ?? service.version)! }),
      ]),
      ...reported('proxy', 'technology', description.proxy),
      ...description.environments.flatMap((each) => reported('environments', 'environment', each)),
      ...(['memory', 'cpus', 'latency', 'requestsPerSecond', 'security', 'team'] as const).flatMap((fact) => reported('constraints', fact, constraints[fact])),
      ...(constraints.regulations ?? []).flatMap((each) => reported('constraints', 'regulation', each)),
      ...description.excluded.flatMap((each) => reported('excluded', 'name', each)),
    ],
  };
}
