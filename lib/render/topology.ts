import type { Architecture, Service } from '../design/architecture.js';

/** An arrow of the diagram: who opens connections to whom. */
export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Whether the caller waits for the answer. */
  readonly kind: 'sync';
}

const shown = ({ only }: Service): boolean => only === undefined;

export function edges({ services }: Architecture): readonly Edge[] {
  return services.filter(shown).flatMap(({ name, dependsOn }) => dependsOn.map((to) => ({ from: name, to, kind: 'sync' as const })));
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
    ...edges(architecture).map(({ from, to }) => `  ${id(from)} --> ${id(to)}`),
  ].join('\n');
}

/** `end` and other words of Mermaid may be service names. */
const id = (name: string): string => `s_${name.replaceAll('-', '_')}`;

/** The diagram for a terminal: a line for each network with its members, then who talks to whom. */
export function topologyText(architecture: Architecture): string {
  const services = architecture.services.filter(shown);
  const width = Math.max(...services.map(({ name }) => name.length));
  const lines = services.map(({ name, title, networks, port }) =>
    `  ${name.padEnd(width)}  ${networks.join(' + ')}${port === undefined ? '' : `  :${port}`}  ${title}`,
  );
  const calls = new Map<string, string[]>();
  for (const { from, to } of edges(architecture)) calls.set(from, [...(calls.get(from) ?? []), to]);
  const proxy = services.find(({ role }) => role === 'proxy');
  const arrows = [...calls].map(([from, to]) => `  ${from.padEnd(width)}  ──▶ ${to.join(', ')}`);
  return [...lines, '', ...(proxy === undefined ? [] : [`  ${'client'.padEnd(width)}  ──▶ ${proxy.name}`]), ...arrows].join('\n');
}
