import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describeOnEngine, freePort, succeed } from '../../support/engine.js';
import { architect, Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

const names = ['users', 'orders', 'billing', 'catalog'];
const server = `const http = require('http');\nhttp.createServer((request, response) => response.end(process.env.DATABASE_URL ? 'wired' : 'not wired')).listen(process.env.PORT);\n`;
/** Tries to open a connection and says how it went; run in a service with its own interpreter. */
const attempt = (host: string): string =>
  `const s=require('net').connect({host:'${host}',port:5432});s.setTimeout(3000,()=>{console.log('no');process.exit()});s.on('connect',()=>{console.log('yes');process.exit()});s.on('error',()=>{console.log('no');process.exit()})`;

describeOnEngine('full', 'microservices on the engine', function suite() {
  this.timeout(600_000);
  let project: Project;
  before(async () => {
    const name = `micro-e2e-${process.pid}`;
    const folder = join(mkdtempSync(join(tmpdir(), 'docker-architect-')), name);
    for (const service of names) {
      mkdirSync(join(folder, 'services', service), { recursive: true });
      writeFileSync(join(folder, 'services', service, 'server.js'), server);
      writeFileSync(join(folder, 'services', service, 'package.json'), JSON.stringify({ name: service, version: '1.0.0', scripts: { start: 'node server.js' } }));
    }
    const apps = names.map((service) => ({ name: service, path: `services/${service}`, stack: 'node', port: 3000, commands: { start: ['node', 'server.js'] }, reads: ['DATABASE_URL'], uses: [`${service}-db`] }));
    const brief = { project: { name }, pattern: 'microservices', services: names.map((service) => ({ technology: 'postgres', name: `${service}-db` })), apps, ci: { provider: 'none' } };
    writeFileSync(join(folder, 'brief.json'), JSON.stringify(brief));
    await architect('--yes', '--directory', folder, '--from', join(folder, 'brief.json'));
    if (process.getuid?.() === 0) await succeed('chown', ['-R', '1234:1234', dirname(folder)]);
    project = new Project(folder, name, [await freePort(), await freePort(), await freePort()]);
    const images = process.env['E2E_IMAGES'];
    if (images !== undefined && images !== '') await succeed('sh', ['-c', `${images} "$1"`, 'images', folder], { timeout: 900_000 });
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  /** Whether a service reaches the database of another, by its name and by each of its addresses. */
  async function reached(stack: Stack, from: string, to: string): Promise<readonly string[]> {
    const { NetworkSettings } = await stack.container(`${to}-db`);
    const hosts = [`${to}-db`, ...Object.values(NetworkSettings.Networks).map(({ IPAddress }) => IPAddress)];
    const answers = await Promise.all(hosts.map(async (host) => (await stack.compose('exec', '-T', from, 'node', '-e', attempt(host))).trim()));
    return hosts.filter((_, index) => answers[index] === 'yes');
  }

  const isolated = async (stack: Stack): Promise<void> => {
    for (const from of names) {
      for (const to of names) {
        const found = await reached(stack, from, to);
        if (from === to) assert.ok(found.length > 0, `${from} does not reach its own database`);
        else assert.deepEqual(found, [], `${from} reaches the database of ${to}`);
      }
    }
  };

  it('start in development, each wired to a database that no other reaches', async () => {
    await project.development.compose('up', '--build', '--detach', '--wait');
    await isolated(project.development);
    await project.development.remove();
  });

  it('start in production, each wired to a database that no other reaches', async () => {
    await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
    await project.production.compose('up', '--build', '--detach', '--wait');
    for (const service of names) assert.match((await project.production.get(`/${service}/`)).text, /^wired$/u);
    await isolated(project.production);
  });
});
