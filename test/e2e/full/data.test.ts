// An app that keeps its database and its uploads in files: production may write them, and a new container finds them again.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { casesFolder } from '../../golden/cases.js';
import { describeOnEngine, succeed } from '../../support/engine.js';
import { generateFrom, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

describeOnEngine('full', 'what an app keeps in files', function suite() {
  this.timeout(600_000);
  let project: Project;
  before(async () => {
    project = await generateFrom(join(casesFolder, 'node-sqlite', 'repo'), 'node-sqlite-data');
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  const report = async (): Promise<string> => (await project.production.get('/')).text;

  it('is in the mounted source in development, and belongs to its owner', async () => {
    await project.development.compose('up', '--build', '--detach', '--wait');
    assert.equal((await project.development.get('/visit')).text, 'thank you');
    assert.equal((await project.development.get('/')).text, '1 visits, 1 notes');
    assert.equal(project.owner('var/guestbook.db'), project.owner());
    await project.development.compose('down');
  });

  it('outlives the containers of production', async () => {
    await project.asOwner('sh', 'docker/secrets.sh');
    await project.production.compose('up', '--build', '--detach', '--wait');
    // a database of its own; files that lay in the folder when the image was built are in it
    assert.equal(await report(), '0 visits, 1 notes');
    await project.production.get('/visit');
    await project.production.compose('down');
    await project.production.compose('up', '--detach', '--wait');
    assert.equal(await report(), '1 visits, 2 notes');
  });

  it('is saved and restored as the manual says', async () => {
    const manual = project.read('docs/docker-operations.md');
    const lines = [...manual.matchAll(/^docker compose stop .*$/gmu)].map(([line]) => line.replace(/ +# .*$/u, ''));
    assert.equal(lines.length, 4);
    const run = async (line: string): Promise<void> => {
      await succeed('sh', ['-c', line], { cwd: project.folder, env: { HTTP_PORT: String(project.production.port), COMPOSE_FILE: 'docker-compose.yml:docker-compose.prod.yml' } });
    };
    await run(lines[0]!);
    await project.production.waitUntilHealthy();
    await project.production.get('/visit');
    assert.match(await report(), /^2 visits/u);
    await run(lines[1]!);
    await project.production.waitUntilHealthy();
    assert.match(await report(), /^1 visits/u);
  });
});
