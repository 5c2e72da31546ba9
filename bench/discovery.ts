// Discovery of generated trees beside a bare walk of the same tree that reads its manifests. Prints JSON; bench.mjs makes the table.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { technologies } from '../lib/catalog/registry.js';
import { diskRepository } from '../lib/discovery/disk-repository.js';
import { ignoredFolders } from '../lib/discovery/repository.js';
import { scan } from '../lib/discovery/scan.js';
import { stacks } from '../lib/stacks/registry.js';

const manifests: ReadonlySet<string> = new Set([
  'package.json', 'package-lock.json', 'pyproject.toml', 'requirements.txt', 'go.mod', 'Cargo.toml', 'composer.json', 'Gemfile', 'pom.xml', 'mix.exs', 'Procfile', '.env.example',
]);

const source = (index: number): string => `import express from 'express';
import { query } from './file-${index + 1}.js';
// what a request needs
export const router = express.Router();
router.get('/items/${index}', async (request, response) => {
  const { rows } = await query(process.env.SETTING_${index % 7} ?? 'none', [request.params.id]);
  response.json(rows.map((row) => ({ ...row, path: '/items/' + row.id })));
});
`;

/** Apps of three languages with sources, documents and pictures, and beside them what is never entered. */
function grow(root: string, files: number): void {
  const perApp = 2000;
  const apps = Math.max(1, Math.round(files / perApp));
  const each = Math.floor(files / apps);
  for (let app = 0; app < apps; app += 1) {
    const folder = join(root, 'apps', `app-${app}`);
    mkdirSync(folder, { recursive: true });
    const kind = app % 3;
    if (kind === 0) writeFileSync(join(folder, 'package.json'), `{ "name": "app-${app}", "scripts": { "start": "node server.js" }, "dependencies": { "express": "5", "pg": "8" } }\n`);
    if (kind === 0) writeFileSync(join(folder, 'server.js'), "import express from 'express';\nexpress().listen(process.env.PORT ?? 3000);\n");
    if (kind === 1) writeFileSync(join(folder, 'requirements.txt'), 'fastapi==0.115\nuvicorn\npsycopg\n');
    if (kind === 1) writeFileSync(join(folder, 'main.py'), 'from fastapi import FastAPI\napp = FastAPI()\n');
    if (kind === 2) writeFileSync(join(folder, 'go.mod'), `module example.com/app-${app}\n\ngo 1.26\n`);
    if (kind === 2) writeFileSync(join(folder, 'main.go'), 'package main\nimport "net/http"\nfunc main() { http.ListenAndServe(":8080", nil) }\n');
    const extension = ['.js', '.py', '.go'][kind]!;
    for (let index = 0; index < each - 2; index += 1) {
      const inside = join(folder, `part-${index % 20}`, `deep-${index % 7}`);
      if (index < 140) mkdirSync(inside, { recursive: true });
      const name = index % 10 < 4 ? `file-${index}${extension}` : index % 10 < 7 ? `page-${index}.md` : `picture-${index}.svg`;
      writeFileSync(join(inside, name), name.endsWith(extension) ? source(index) : `content ${index}\n`);
    }
  }
  for (const folder of ['node_modules', '.git']) {
    for (let index = 0; index < files / 20; index += 1) {
      const inside = join(root, folder, `m-${index % 200}`);
      if (index < 200) mkdirSync(inside, { recursive: true });
      writeFileSync(join(inside, `f-${index}.js`), 'x');
    }
  }
}

/** What any program has to do that wants to know the tree. */
function bareWalk(root: string): number {
  const pending = [root];
  let found = 0;
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!ignoredFolders.has(entry.name)) pending.push(path);
      } else {
        found += 1;
        if (manifests.has(entry.name)) readFileSync(path, 'utf8');
      }
    }
  }
  return found;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!;

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

const size = Number(process.argv[2]);
const rounds = Number(process.argv[3] ?? 5);
const root = mkdtempSync(join(tmpdir(), 'docker-architect-tree-'));
try {
  grow(root, size);
  const walks: number[] = [];
  const scans: number[] = [];
  let apps = 0;
  // the first round warms the caches of the file system
  for (let round = 0; round <= rounds; round += 1) {
    const walk = timed(() => bareWalk(root));
    const spent = timed(() => {
      apps = scan(diskRepository(root), stacks, technologies).apps.length;
    });
    if (round > 0) {
      walks.push(walk);
      scans.push(spent);
    }
  }
  const memory = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ files: bareWalk(root), apps, walk: median(walks), scan: median(scans), memory }));
} finally {
  rmSync(root, { recursive: true, force: true });
}
