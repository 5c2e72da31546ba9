import type { Files } from '../support/folders.js';

/** A small project with a worker, a database and a queue, and lists of its own that ours are added to. */
export const project: Files = {
  'package.json': `${JSON.stringify({ name: 'shop', scripts: { start: 'node server.js', test: 'node --test' }, dependencies: { express: '5', pg: '8', bullmq: '5' } }, undefined, 2)}\n`,
  'package-lock.json': '{\n  "lockfileVersion": 3\n}\n',
  'server.js': "import express from 'express';\nconst app = express();\napp.get('/healthz', (_, response) => response.send('ok'));\napp.listen(process.env.PORT ?? 4000);\n",
  'worker.js': "import { Worker } from 'bullmq';\nnew Worker('jobs', async () => {});\n",
  '.gitignore': 'node_modules/\n.env\n',
  '.env.example': 'LOG_LEVEL=info\nDATABASE_URL=postgres://localhost/shop\n',
};
