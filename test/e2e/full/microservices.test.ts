import assert from 'node:assert/strict';
import { connectFrom, describeOnEngine } from '../../support/engine.js';
import { generateFromBrief, provide, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

const names = ['users', 'orders', 'billing', 'catalog'];
const server = `const http = require('http');\nhttp.createServer((request, response) => response.end(process.env.DATABASE_URL ? 'wired' : 'not wired')).listen(process.env.PORT);\n`;
const files = Object.fromEntries(names.flatMap((name) => [
  [`services/${name}/server.js`, server],
  [`services/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', scripts: { start: 'node server.js' } })],
]));
const brief = (project: string): object => ({
  project: { name: project },
  pattern: 'microservices',
  services: names.map((name) => ({ technology: 'postgres', name: `${name}-db` })),
  apps: names.map((name) => ({ name, path: `services/${name}`, stack: 'node', port: 3000, commands: { start: ['node', 'server.js'] }, reads: ['DATABASE_URL'], uses: [`${name}-db`] })),
  ci: { provider: 'none' },
});

describeOnEngine('full', 'microservices on the engine', function suite() {
  this.timeout(600_000);
  let project: Project;
  before(async () => {
    project = await generateFromBrief('micro', files, brief);
    await provide(project.folder);
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  /** Each service tries the database of every one, by its name and by each of its addresses. */
  async function assertIsolated(stack: Stack): Promise<void> {
    const containers = await stack.containers();
    const targets = names.flatMap((to) => {
      const addresses = Object.values(containers[`${to}-db`]!.NetworkSettings.Networks).map(({ IPAddress }) => IPAddress);
      return [`${to}-db`, ...addresses].map((host) => [`${to} ${host}`, host, 5432] as const);
    });
    for (const from of names) {
      const answers = Object.entries(await connectFrom(containers[from]!.Image, containers[from]!.Id, targets));
      const reached = new Set(answers.filter(([, answer]) => answer === 'open').map(([target]) => target.split(' ')[0]));
      assert.deepEqual([...reached], [from], `${from} reaches ${[...reached].join(', ')}`);
    }
  }

  it('start in development, each wired to a database that no other reaches', async () => {
    await project.development.compose('up', '--build', '--detach', '--wait');
    await assertIsolated(project.development);
    await project.development.remove();
  });

  it('start in production, each wired to a database that no other reaches', async () => {
    await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
    await project.production.compose('up', '--build', '--detach', '--wait');
    for (const name of names) assert.match((await project.production.get(`/${name}/`)).text, /^wired$/u);
    await assertIsolated(project.production);
  });
});
