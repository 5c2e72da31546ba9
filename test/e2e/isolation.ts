// Who connects to whom: tried by address, and as docs/docker-operations.md says it.
import { connectFrom } from '../support/engine.js';
import type { Project } from './project.js';
import type { Stack } from './stack.js';

/** Where each service of the example listens; the worker listens nowhere. */
const listening: Readonly<Record<string, number>> = { app: 3000, db: 5432, nginx: 8080, redis: 6379 };

type Matrix = Record<string, 'open' | 'closed'>;

/** Members by network, from the table under "Networks" of the document. */
function documentedNetworks(document: string): string[][] {
  const section = document.split(/^## /mu).find((part) => part.startsWith('Networks')) ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('| `'));
  return rows.map((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/gu)].map((match) => match[1] ?? ''));
}

/** Every ordered pair of services: what a connection to the address and port of the second does, and what the document says. */
export async function matrix(project: Project, stack: Stack): Promise<{ found: Matrix; documented: Matrix }> {
  const containers = await stack.containers();
  // a job that is done connects to nobody any more
  const services = Object.keys(containers).filter((service) => containers[service]?.State.Status === 'running');
  const networks = documentedNetworks(project.read('docs/docker-operations.md'));
  const image = containers['app']?.Image ?? '';
  const found: Matrix = {};
  const documented: Matrix = {};
  await Promise.all(
    services.map(async (from) => {
      const others = Object.entries(listening).filter(([to]) => to !== from && containers[to] !== undefined);
      // a service has an address on each of its networks; one that answers is enough
      const targets = others.flatMap(([to, port]) => Object.values(containers[to]?.NetworkSettings.Networks ?? {}).map(({ IPAddress }) => [`${to}/${IPAddress}`, IPAddress, port] as const));
      const answers = Object.entries(await connectFrom(image, containers[from]?.Id ?? '', targets));
      for (const [to] of others) {
        const pair = `${from} -> ${to}`;
        found[pair] = answers.some(([target, answer]) => target.startsWith(`${to}/`) && answer === 'open') ? 'open' : 'closed';
        documented[pair] = networks.some((members) => members.includes(from) && members.includes(to)) ? 'open' : 'closed';
      }
    }),
  );
  return { found, documented };
}
