import type { ServiceFindings, VariableFindings } from '../../discovery/findings.js';
import { isDisabled, packageSigns, readSigns, servicesFrom, environmentSigns } from '../../discovery/services.js';
import type { ServiceSign } from '../../discovery/services.js';
import { matches } from '../../discovery/source.js';
import type { DetectableTechnology } from '../stack.js';
import type { PythonProject } from './project.js';

/** Database engines that Django settings name, and connection strings in the source. */
function sourceSigns(project: PythonProject, { detection }: DetectableTechnology): readonly ServiceSign[] {
  const sources = [...project.sources, ...project.inside];
  const schemes = detection.schemes.join('|');
  const engine = new RegExp(String.raw`(?<!==\s?)["']django\.(?:contrib\.gis\.)?db\.backends\.(?:${schemes})(?:_psycopg2)?["']`, 'gu');
  const url = new RegExp(String.raw`["'](?:${schemes})(?:\+\w+)?://`, 'gu');
  return [
    ...matches(sources, engine).map(({ evidence }) => ({ confidence: 'certain' as const, evidence })),
    ...matches(sources, url).map(({ evidence }) => ({ confidence: 'likely' as const, evidence })),
  ];
}

/** Celery speaks to a broker of AMQP where nothing names another (docs.celeryq.dev, broker_url). */
function celerySigns({ dependencies }: PythonProject, { detection }: DetectableTechnology): readonly ServiceSign[] {
  const celery = dependencies.find(({ name }) => name === 'celery');
  const another = dependencies.some(({ name }) => /^(?:redis|valkey|django-redis|kombu\[.*\]|celery\[.*\])$/u.test(name));
  return celery === undefined || another || !detection.schemes.includes('amqp') ? [] : [{ confidence: 'likely', evidence: celery.evidence }];
}

/** Backing services that an app uses, each with every sign of it; `variables` are those that it reads. */
export function servicesOf(project: PythonProject, technologies: readonly DetectableTechnology[], variables: readonly VariableFindings[] = []): readonly ServiceFindings[] {
  return servicesFrom(
    technologies,
    (technology) => {
      const clients = packageSigns('pypi', project.dependencies, technology);
      return [...clients, ...celerySigns(project, technology), ...environmentSigns(project.env, technology), ...sourceSigns(project, technology), ...readSigns(variables, clients, technology)];
    },
    ({ id }) => isDisabled(project.env, id),
  );
}
