// Time of design and rendering for briefs that grow. Prints JSON; bench.mjs makes the table.
import { parseBrief } from '../lib/brief/schema.js';
import { design } from '../lib/design/design.js';
import { files as application } from '../generators/application/files.js';
import { files as ci } from '../generators/ci/files.js';
import { files as compose } from '../generators/compose/files.js';
import { files as docs } from '../generators/docs/files.js';
import { files as nginx } from '../generators/nginx/files.js';
import { files as workers } from '../generators/workers/files.js';

const generators = { application, nginx, workers, compose, ci, docs };
const sizes = [5, 50, 500];
const rounds = Number(process.argv[2] ?? 9);

/** A proxy, two data services, and apps of which all but perhaps one have a worker: `size` services in all. */
function answers(size: number): object {
  const apps = Math.ceil((size - 3) / 2);
  return {
    project: { name: 'growth' },
    services: ['postgres', 'redis'],
    apps: Array.from({ length: apps }, (_, index) => ({
      name: `app-${index + 1}`,
      path: apps === 1 ? '.' : `apps/app-${index + 1}`,
      stack: 'node',
      lockFile: 'package-lock.json',
      health: '/healthz',
      commands: { start: ['node', 'src/server.js'] },
      reads: ['PORT', 'DATABASE_URL', 'REDIS_URL', `SESSION_SECRET_${index + 1}`],
      variables: [{ name: `SESSION_SECRET_${index + 1}`, kind: 'generated-secret' }],
      workers: index + 1 + apps <= size - 3 ? [{ name: `app-${index + 1}-jobs`, command: ['node', 'src/worker.js'] }] : [],
    })),
  };
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

function timed<T>(times: Map<string, number[]>, name: string, work: () => T): T {
  const start = performance.now();
  const result = work();
  times.set(name, [...(times.get(name) ?? []), performance.now() - start]);
  return result;
}

const measured = sizes.map((size) => ({ size, times: new Map<string, number[]>(), services: 0, bytes: 0 }));
for (let round = -2; round < rounds; round += 1) {
  for (const row of measured) {
    // the first two rounds are for the compiler
    const times = round < 0 ? new Map<string, number[]>() : row.times;
    const input = answers(row.size);
    const brief = timed(times, 'validate', () => parseBrief(input, 'growth'));
    const architecture = timed(times, 'design', () => design(brief));
    row.services = architecture.services.filter(({ only }) => only === undefined).length;
    const written = Object.entries(generators).flatMap(([name, render]) => timed(times, `render ${name}`, () => render(architecture)));
    row.bytes = written.reduce((sum, { content }) => sum + content.length, 0);
  }
}
console.log(
  JSON.stringify(measured.map(({ services, bytes, times }) => ({ services, bytes, times: Object.fromEntries([...times].map(([name, list]) => [name, median(list)])) }))),
);
