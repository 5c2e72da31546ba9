// Time of design and rendering for briefs of 5, 50 and 500 services, in a process of its own that runs the sources.
import { execFileSync } from 'node:child_process';
import { table } from './measure.mjs';

export function growth(root, rounds) {
  const output = execFileSync(process.execPath, ['--import', 'tsx/esm', '--import', './scripts/text-imports.mjs', 'bench/growth.ts', String(rounds)], { cwd: root, encoding: 'utf8' });
  const sizes = JSON.parse(output);
  const parts = Object.keys(sizes[0].times);
  const total = ({ times }) => Object.values(times).reduce((sum, each) => sum + each, 0);
  const row = (name, value) => [
    name,
    ...sizes.map((size) => value(size).toFixed(2)),
    ...sizes.map((size) => ((value(size) * 1000) / size.services).toFixed(0)),
    // 1.00 is linear: ten times the services, ten times the time
    (value(sizes[2]) / sizes[2].services / (value(sizes[1]) / sizes[1].services)).toFixed(2),
  ];
  return table(
    ['growth', ...sizes.map(({ services }) => `${services} services, ms`), ...sizes.map(({ services }) => `us each of ${services}`), 'last two'],
    [...parts.map((part) => row(part, ({ times }) => times[part])), row('all', total), ['KiB written', ...sizes.map(({ bytes }) => (bytes / 1024).toFixed(0)), '', '', '', '']],
  );
}
