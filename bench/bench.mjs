// `npm run bench`: how fast it is, in ratios of one run. Reported, never asserted.
import { existsSync } from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { discovery } from './discovery.mjs';
import { engine } from './engine.mjs';
import { growth } from './growth.mjs';
import { lean } from './lean.mjs';
import { startup } from './startup.mjs';

const help = `Usage: npm run bench -- [flags]

  --rounds N   rounds of each measurement (default: 9)
  --lean       size and build time of production images against another generator, on a real engine; nothing else
  --apps LIST  of those images, some: express,nest,next,typescript
  --discovery  discovery of trees of up to 100,000 files; nothing else
  --engine     from a fresh clone to all healthy, on a real engine; nothing else
  --prune      with --engine: empties the whole build cache of the engine first
`;

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({ options: { rounds: { type: 'string', default: '9' }, engine: { type: 'boolean' }, discovery: { type: 'boolean' }, lean: { type: 'boolean' }, apps: { type: 'string' }, prune: { type: 'boolean' }, help: { type: 'boolean' } } });

async function main() {
  if (values.help) {
    console.log(help);
    return;
  }
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new Error('--rounds is a whole number');
  if (!existsSync(join(root, 'dist', 'bin', 'docker-architect.js'))) throw new Error('dist/ is missing. Run npm run build');
  console.log(`Node ${process.version}, ${cpus().length} processors, ${rounds} rounds\n`);
  if (values.engine) console.log(await engine(root, { prune: values.prune }));
  else if (values.lean) console.log(lean(root, values.apps));
  else if (values.discovery) console.log(discovery(root, rounds));
  else console.log(`${startup(root, rounds)}\n\n${growth(root, rounds)}\n\n${discovery(root, rounds)}`);
}

await main().catch((error) => {
  console.error(`bench: ${error.message}`);
  process.exitCode = 2;
});
