import type { Architecture, Service } from '../design/architecture.js';

/** An arrow of the diagram: who opens connections to whom. */
export interface Edge {
  readonly from: string;
  readonly to: string;
}

const shown = ({ only }: Service): boolean => only === undefined;

export function edges({ services }: Architecture): readonly Edge[] {
  return services.filter(shown).flatMap(({ name, dependsOn }) => dependsOn.map((to) => ({ from: name, to })));
}

/** The diagram as Mermaid, which code hosts draw. */
export function mermaid(architecture: Architecture): string {
  const services = architecture.services.filter(shown);
  const proxy = services.find(({ role }) => role === 'proxy');
  const groups = architecture.networks.flatMap(({ name }) => {
    const members = services.filter(({ networks }) => networks[0] === name);
    if (members.length === 0) return [];
    return [`  subgraph ${name}`, ...members.map((service) => `    ${id(service.name)}["${service.name}<br/>${service.title}"]`), '  end'];
  });
  return [
    'flowchart LR',
    '  client(["client"])',
    ...groups,
    ...(proxy === undefined ? [] : [`  client --> ${id(proxy.name)}`]),
    ...edges(architecture).filter(({ to }) => services.some(({ name }) => name === to)).map(({ from, to }) => `  ${id(from)} --> ${id(to)}`),
  ].join('\n');
}

/** `end` and other words of Mermaid may be service names. */
const id = (name: string): string => `s_${name.replaceAll('-', '_')}`;

const label = ({ name, port }: Service): string => (port === undefined ? name : `${name} :${port}`);

interface Branch {
  readonly text: string;
  readonly service: Service;
}

/** A service and, below it, whom it calls. */
function branches(service: Service, byName: ReadonlyMap<string, Service>, indent: string, joint: string): readonly Branch[] {
  const calls = service.dependsOn.flatMap((name) => byName.get(name) ?? []);
  const below = joint === '' ? indent : `${indent}${joint === '└─ ' ? '   ' : '│  '}`;
  return [
    { text: `${indent}${joint}${label(service)}`, service },
    ...calls.flatMap((callee, index) => branches(callee, byName, below, index === calls.length - 1 ? '└─ ' : '├─ ')),
  ];
}

/** The diagram for a terminal: who calls whom as a tree, with the networks of each service. */
export function topologyText({ services: all }: Architecture): string {
  const services = all.filter(shown);
  const byName = new Map(services.map((service) => [service.name, service]));
  const called = new Set(services.flatMap(({ dependsOn }) => dependsOn));
  const proxy = services.find(({ role }) => role === 'proxy');
  const roots = services.filter((service) => service !== proxy && !called.has(service.name));
  const drawn = [
    ...(proxy === undefined ? [] : branches(proxy, byName, '  ', '└─ ')),
    ...roots.flatMap((service) => branches(service, byName, '  ', '')),
  ];
  const width = Math.max(...drawn.map(({ text }) => text.length));
  return ['  client', ...drawn.map(({ text, service: { networks, title } }) => `${text.padEnd(width)}  ${title} (${networks.join(', ')})`)].join('\n');
}
