import assert from 'node:assert/strict';
import { chmodSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEngine, waitFor } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

describeOnEngine('full', 'a secret that is not there', () => {
  let project: Project;
  let stack: Stack;
  let value: string;
  const secret = 'secrets/session_secret';
  before(async () => {
    project = await generate('shop');
    await project.asOwner('sh', 'docker/secrets.sh');
    stack = project.production;
    value = project.read(secret);
    await stack.compose('build');
  });
  beforeEach(async () => await stack.remove());
  after(async () => await project?.remove());
  reportFailures(() => [stack]);

  /** Starts the app and the worker alone and returns what each says until it says something of its entrypoint. */
  const refusals = async (): Promise<string> => {
    await stack.compose('up', '--detach', '--no-deps', 'app', 'worker');
    return await waitFor('both refuse', async () => {
      const logs = await stack.compose('logs', '--no-color');
      return ['app', 'worker'].every((service) => new RegExp(`^${service}-1 .*entrypoint: `, 'mu').test(logs)) && logs;
    });
  };

  it('is refused before anything of the app starts, by a sentence with its path', async () => {
    rmSync(join(project.folder, secret));
    const { code, stderr } = await stack.run(['up', '--detach', '--wait', '--wait-timeout', '60']);
    assert.notEqual(code, 0);
    assert.match(stderr, /secrets\/session_secret/u);
    const { app, worker } = await stack.containers();
    assert.ok([app, worker].every((container) => container === undefined || container.State.Status === 'created'), 'neither has run');
  });

  it('is made by the script, which leaves the others alone', async () => {
    const others = ['postgres_password', 'redis_password', 'redis_acl'].map((name) => project.read(`secrets/${name}`));
    await project.asOwner('sh', 'docker/secrets.sh');
    assert.notEqual(project.read(secret), value);
    assert.deepEqual(['postgres_password', 'redis_password', 'redis_acl'].map((name) => project.read(`secrets/${name}`)), others);
  });

  it('is named in the logs when it is empty', async () => {
    project.write(secret, '');
    const logs = await refusals();
    assert.match(logs, /SESSION_SECRET.*\/run\/secrets\/session_secret is empty/u);
  });

  it('is named in the logs, with the user who asked, when it cannot be read', async () => {
    project.write(secret, value);
    chmodSync(join(project.folder, secret), 0o000);
    const logs = await refusals();
    assert.match(logs, /SESSION_SECRET.*\/run\/secrets\/session_secret cannot be read by uid 1000/u);
    assert.ok(!logs.includes(value));
  });

  it('works again once the file is right', async () => {
    chmodSync(join(project.folder, secret), 0o644);
    await stack.compose('up', '--detach', '--wait');
    await stack.order('a lamp');
  });

  it('may hold every character that a URL gives a meaning to', async () => {
    const odd = "p@ss:w/o#r?d%20 &\"'$HOME`=+é";
    project.write('secrets/postgres_password', `${odd}\n`);
    project.write('secrets/redis_password', odd);
    rmSync(join(project.folder, 'secrets/redis_acl'));
    await project.asOwner('sh', 'docker/secrets.sh');
    await stack.compose('up', '--detach', '--wait');
    await stack.order('a lamp');
  });
});
