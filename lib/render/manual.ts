import backupTemplate from '../../templates/docs/backup.md.ejs';
import checklistTemplate from '../../templates/docs/checklist.md.ejs';
import manualTemplate from '../../templates/docs/docker-operations.md.ejs';
import logsTemplate from '../../templates/docs/logs.md.ejs';
import routesTemplate from '../../templates/docs/routes.md.ejs';
import productionTemplate from '../../templates/docs/production.md.ejs';
import rollbackTemplate from '../../templates/docs/rollback.md.ejs';
import testsTemplate from '../../templates/docs/tests.md.ejs';
import wordsTemplate from '../../templates/docs/words.md.ejs';
import workersTemplate from '../../templates/docs/workers.md.ejs';
import type { Architecture, Communication, Network, Secret, Service } from '../design/architecture.js';
import { appRoutes } from '../design/routes.js';
import { checklistMessages } from '../messages/checklist.js';
import { renderTemplate } from '../text/template.js';
import { anyName, familiesOf } from './families.js';
import type { Families } from './families.js';
import type { OutputFile } from './output-file.js';
import { mermaid } from './topology.js';

/** Text of the project in a table cell: neither a column nor markup. */
const cell = (text: string): string => text.replace(/[\\|`*_<>[\]]/gu, String.raw`\$&`).replace(/\s+/gu, ' ');

/** The same in a line of prose. */
const prose = (text: string): string => text.replace(/[\\*_<>[\]]/gu, String.raw`\$&`);

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
  if (origin.kind === 'digest') return `made from ${code(origin.of)}`;
  return `the value of ${code(origin.variable)}, from you`;
}

/** Who speaks to each service, callers of one kind in one row. */
function communicationRows(communication: readonly Communication[]): readonly (readonly string[])[] {
  const callers = new Map<string, { readonly to: string; readonly kind: string; readonly from: string[] }>();
  for (const { from, to, kind, outside } of communication) {
    const row = callers.get(`${to} ${kind}`);
    if (row === undefined) callers.set(`${to} ${kind}`, { to: outside === true ? `${to} (on the internet)` : code(to), kind, from: [from] });
    else row.from.push(from);
  }
  return [...callers.values()].map(({ to, kind, from }) => [from.map(code).join(', '), to, kind]);
}

/** The review in full, grouped. */
function checklistChapter({ checklist, constraints: { team } }: Architecture): string {
  const { groups, verdicts } = checklistMessages;
  const items = checklist.items.filter(({ verdict }) => team !== 'expert' || verdict !== 'pass');
  const antiPatterns = checklist.antiPatterns.filter(({ found }) => team !== 'expert' || found);
  return renderTemplate(checklistTemplate, {
    groups: Object.entries(groups).filter(([id]) => items.some(({ group }) => group === id)).map(([id, title]) => ({
      title,
      items: items.filter(({ group }) => group === id).map(({ title: item, verdict, reason }) => ({ verdict: verdicts[verdict], title: item, reason: prose(reason) })),
    })),
    antiPatterns: antiPatterns.map(({ title, found, reason, problem, remedy }) => [title, found ? 'found' : 'not found', cell(reason), `${problem} ${remedy}`]),
  });
}

/** The chapters that only some projects have. */
function chapters({ rows }: Families, { services, secrets, operations, proxy, environments, project, apps, constraints }: Architecture): string {
  const tests = services.filter(({ role }) => role === 'test').map(({ name }) => name);
  const workers = services.filter(({ role, image }) => role === 'worker' && image.kind === 'built' && image.contexts !== undefined);
  const dockerfiles = [...new Set(workers.flatMap(({ image }) => (image.kind === 'built' ? [image.dockerfile] : [])))];
  const shared = services.find(({ name }) => workers[0]?.image.kind === 'built' && workers[0].image.contexts?.['app'] === `service:${name}`);
  const image = shared?.image.kind === 'built' ? `${shared.image.name}:${project.version}` : '';
  const files = secrets.filter(({ origin }) => origin.kind !== 'build');
  const forBuilds = secrets.flatMap(({ origin }) => (origin.kind === 'build' ? [code(origin.variable)] : [])).join(', ');
  const routes = rows(appRoutes(apps).map(({ prefix, service, strip }) => [code(prefix), code(service), strip ? `what follows ${code(prefix)}` : 'the whole path']));
  const saved = rows(operations.map(({ service, title, backup, restore }) => [service, title, backup, restore])).map(([service, title, backup, restore]) => ({ service, title, backup, restore }));
  return [
    ...(routes.length < 2 ? [] : [renderTemplate(routesTemplate, { routes })]),
    ...(tests.length === 0 ? [] : [renderTemplate(testsTemplate, { tests })]),
    ...(environments.includes('production')
      ? [renderTemplate(productionTemplate, { port: services.some(({ role }) => role === 'proxy') ? proxy.productionPort : null, secrets: rows(files.map((secret) => [secret.name, secretUse(secret)])).map(([name, use]) => ({ name, use })), forBuilds })]
      : []),
    ...(environments.includes('production') ? [renderTemplate(rollbackTemplate, { jobs: services.filter(({ role }) => role === 'job').map(({ name }) => code(name)).join(', '), saved: saved.length > 0 })] : []),
    ...(constraints.team === 'beginner' ? [renderTemplate(wordsTemplate, {})] : []),
    renderTemplate(logsTemplate, { service: apps[0]?.name ?? '' }),
    ...(operations.length === 0 ? [] : [renderTemplate(backupTemplate, { operations: saved })]),
    ...(workers.length === 0 ? [] : [renderTemplate(workersTemplate, { image, dockerfile: dockerfiles[0]! })]),
  ].join('');
}

/** The operations manual. */
export function manual(architecture: Architecture): OutputFile {
  const { project, pattern, networks, volumes, decisions, proxy } = architecture;
  const services = architecture.services.filter(({ only }) => only === undefined);
  const shown = new Set(services.map(({ name }) => name));
  const proxyName = services.find(({ role }) => role === 'proxy')?.name ?? '';
  const limits = services.flatMap(({ name, environments }) => (environments.production?.limits === undefined ? [] : [{ name, ...environments.production.limits }]));
  const families = familiesOf(architecture.apps.map(({ name }) => name), anyName);
  const { rows, isShown } = families;
  const view = {
    name: project.name,
    families: families.names.map(code).join(', '),
    pattern: pattern.title,
    diagram: mermaid({ ...architecture, services: architecture.services.filter(({ name }) => isShown(name)) }),
    services: rows(services.map(serviceRow)),
    networks: rows(networks.map((network) => [code(network.name), network.services.filter((name) => shown.has(name)).map(code).join(', '), exposure(network, network.services.includes(proxyName))])),
    volumes: rows(volumes.map(({ name, service, use }) => [code(name), code(service), cell(use)])),
    address: proxyName === '' ? null : `http://localhost:${proxy.port}`,
    app: architecture.apps[0]?.name ?? '',
    chapters: chapters(families, architecture),
    communication: rows(communicationRows(architecture.communication)),
    reloads: architecture.checklist.items.some(({ id, verdict }) => id === 'hot-reload' && verdict === 'pass'),
    checklist: checklistChapter(architecture),
    resources: rows(limits.map(({ name, cpus, memory }) => [code(name), String(cpus), `${memory} MiB`])),
    decisions: rows(decisions.map(({ title, reason }) => [title, reason])).map(([title, reason]) => ({ title: prose(title!), reason })),
  };
  return { path: 'docs/docker-operations.md', content: renderTemplate(manualTemplate, view), ownership: 'whole' };
}
