import backupTemplate from '../../templates/docs/backup.md.ejs';
import manualTemplate from '../../templates/docs/docker-operations.md.ejs';
import logsTemplate from '../../templates/docs/logs.md.ejs';
import routesTemplate from '../../templates/docs/routes.md.ejs';
import productionTemplate from '../../templates/docs/production.md.ejs';
import testsTemplate from '../../templates/docs/tests.md.ejs';
import workersTemplate from '../../templates/docs/workers.md.ejs';
import type { Architecture, Network, Secret, Service } from '../design/architecture.js';
import { appRoutes } from '../design/routes.js';
import { renderTemplate } from '../text/template.js';
import type { OutputFile } from './output-file.js';
import { mermaid } from './topology.js';

/** Text of the project in a table cell: neither a column nor markup. */
const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/gu, String.raw`\$&`).replace(/\s+/gu, ' ');

const code = (text: string): string => `\`${text}\``;

function serviceRow({ name, image, port, dependsOn }: Service): readonly string[] {
  const reference = image.kind === 'pulled' ? image.reference : image.name;
  return [code(name), code(reference), port === undefined ? '-' : String(port), dependsOn.length === 0 ? '-' : dependsOn.map(code).join(', ')];
}

function exposure({ internal, openIn }: Network, hasProxy: boolean): string {
  if (internal) return openIn.length === 0 ? 'none, no route to the outside' : 'none, no route to the outside; in development ports on 127.0.0.1';
  return hasProxy ? 'the port of the proxy' : 'none, may call the outside';
}

function secretUse({ origin }: Secret): string {
  if (origin.kind === 'random') return 'random, made by the script';
  if (origin.kind === 'build') return `for builds only: the variable ${code(origin.variable)} of whoever builds`;
  return origin.kind === 'external' ? `the value of ${code(origin.variable)}, from you` : `made from ${code(origin.of)}`;
}

/** The chapters that only some projects have. */
function chapters({ apps, services, secrets, operations, proxy, environments, project }: Architecture): string {
  const test = services.find(({ role }) => role === 'test');
  const web = services.find(({ role }) => role === 'web');
  const hasWorkers = services.some(({ role }) => role === 'worker');
  const image = web?.image.kind === 'built' ? `${web.image.name}:${project.version}` : '';
  const routes = appRoutes(apps).map(({ prefix, service, strip }) => [code(prefix), code(service), strip ? `what follows ${code(prefix)}` : 'the whole path']);
  return [
    ...(routes.length < 2 ? [] : [renderTemplate(routesTemplate, { routes })]),
    ...(test === undefined ? [] : [renderTemplate(testsTemplate, { test: test.name })]),
    ...(environments.includes('production')
      ? [renderTemplate(productionTemplate, { port: proxy.productionPort, secrets: secrets.map((secret) => ({ name: secret.name, use: secretUse(secret) })) })]
      : []),
    renderTemplate(logsTemplate, { service: web?.name ?? '' }),
    ...(operations.length === 0 ? [] : [renderTemplate(backupTemplate, { operations })]),
    ...(hasWorkers ? [renderTemplate(workersTemplate, { image })] : []),
  ].join('');
}

/** The operations manual. */
export function manual(architecture: Architecture): OutputFile {
  const { project, pattern, networks, volumes, decisions, proxy } = architecture;
  const services = architecture.services.filter(({ only }) => only === undefined);
  const shown = new Set(services.map(({ name }) => name));
  const proxyName = services.find(({ role }) => role === 'proxy')?.name ?? '';
  const limits = services.flatMap(({ name, environments }) => (environments.production?.limits === undefined ? [] : [{ name, ...environments.production.limits }]));
  const view = {
    name: project.name,
    pattern: pattern.title,
    diagram: mermaid(architecture),
    services: services.map(serviceRow),
    networks: networks.map((network) => [code(network.name), network.services.filter((name) => shown.has(name)).map(code).join(', '), exposure(network, network.services.includes(proxyName))]),
    volumes: volumes.map(({ name, service, use }) => [code(name), code(service), cell(use)]),
    port: proxy.port,
    app: services.find(({ role }) => role === 'web')?.name ?? '',
    chapters: chapters(architecture),
    resources: limits.map(({ name, cpus, memory }) => [code(name), String(cpus), `${memory} MiB`]),
    decisions: decisions.map(({ title, reason }) => ({ title: title.replace(/[\\*_<>[\]]/gu, String.raw`\$&`), reason })),
  };
  return { path: 'docs/docker-operations.md', content: renderTemplate(manualTemplate, view), ownership: 'whole' };
}
