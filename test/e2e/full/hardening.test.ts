import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeOnEngine, docker, run } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Container, type Stack } from '../stack.js';

/** One line for each process of a container: user ids, effective capabilities, whether it may gain privileges, its name. */
const processes = `for process in /proc/[0-9]*; do
  sed -n 's/^Uid:[^0-9]*//p; s/^CapEff:[^0-9a-f]*/caps /p; s/^NoNewPrivs:[^0-9]*/locked /p; s/^Name:.//p' "$process/status" 2> /dev/null | tr '\\n\\t' '  '
  echo
done`;

/** A place that each service may write to: the other half of "the rest is read-only". */
const writable: Readonly<Record<string, string>> = { app: '/tmp', db: '/tmp', nginx: '/tmp', redis: '/data', worker: '/tmp' };

describeOnEngine('full', 'hardening of production', () => {
  let project: Project;
  let stack: Stack;
  let containers: Readonly<Record<string, Container>>;
  before(async () => {
    project = await generate('shop');
    await project.asOwner('sh', 'docker/secrets.sh');
    stack = project.production;
    await stack.compose('up', '--build', '--detach', '--wait');
    await stack.order('a lamp');
    containers = await stack.containers();
  });
  after(async () => await project?.remove());
  reportFailures(() => [stack]);

  for (const service of ['app', 'db', 'nginx', 'redis', 'worker']) {
    it(`runs every process of ${service} as an ordinary user without capabilities, now and later`, async () => {
      const lines = (await docker('exec', containers[service]?.Id ?? '', 'sh', '-c', processes)).split('\n').filter((line) => line.trim() !== '');
      assert.ok(lines.length >= 2, 'the server, and the shell that asks');
      for (const line of lines) {
        assert.match(line, /^\S.* (?:[1-9]\d* ){4}/u, `four user ids, none of them 0: ${line}`);
        assert.match(line, /caps 0{16}\b/u, line);
        assert.match(line, /locked 1\b/u, line);
      }
      assert.match(containers[service]?.Config.User ?? '', /^[1-9]\d*(?::[1-9]\d*)?$/u);
      const onHost = (await docker('top', containers[service]?.Id ?? '', '-eo', 'pid,uid,args')).trim().split('\n').slice(1);
      for (const line of onHost) assert.doesNotMatch(line, /^\s*\d+\s+0\s/u, 'no process of root, as the host sees it');
    });

    it(`cannot write to the root file system of ${service}, not even as root`, async () => {
      const id = containers[service]?.Id ?? '';
      const { code, stderr } = await run('docker', ['exec', '--user=0', id, 'touch', '/written']);
      assert.notEqual(code, 0);
      assert.match(stderr, /Read-only file system/u);
      await docker('exec', id, 'touch', `${writable[service]}/written`);
      await docker('exec', id, 'rm', `${writable[service]}/written`);
    });
  }

  it('limits memory, processors and processes, and rotates the logs', async () => {
    for (const [service, container] of Object.entries(containers)) {
      const { HostConfig } = container as unknown as { HostConfig: { Memory: number; NanoCpus: number; PidsLimit: number; Privileged: boolean; LogConfig: { Config: Record<string, string> } } };
      assert.ok(HostConfig.Memory > 0 && HostConfig.NanoCpus > 0 && HostConfig.PidsLimit > 0, service);
      assert.ok(!HostConfig.Privileged, service);
      assert.ok(HostConfig.LogConfig.Config['max-size'] !== undefined && HostConfig.LogConfig.Config['max-file'] !== undefined, service);
    }
  });

  it('shows no secret by inspect, top, logs, history, config or in a file of an image', async () => {
    const values = readdirSync(join(project.folder, 'secrets')).map((name) => [name, project.read(`secrets/${name}`).trim()] as const);
    assert.ok(values.length >= 3 && values.every(([, value]) => value.length >= 24));
    const leaks = (text: string): string[] => values.filter(([, value]) => text.includes(value)).map(([name]) => name);
    const all = Object.values(containers);

    // the search finds what is there: inside, where it belongs
    const app = containers['app']?.Id ?? '';
    assert.deepEqual(leaks(await docker('exec', app, 'cat', '/run/secrets/session_secret')), ['session_secret']);
    assert.deepEqual(leaks(await docker('exec', containers['redis']?.Id ?? '', 'cat', '/run/secrets/redis_acl')), ['redis_acl']);

    const images = [...new Set(all.map(({ Image }) => Image))];
    assert.deepEqual(leaks(await docker('inspect', ...all.map(({ Id }) => Id))), [], 'docker inspect of the containers');
    assert.deepEqual(leaks(await docker('image', 'inspect', ...images)), [], 'docker inspect of the images');
    for (const image of images) assert.deepEqual(leaks(await docker('history', '--no-trunc', image)), [], 'docker history');
    assert.deepEqual(leaks(await docker('ps', '-a', '--no-trunc')), [], 'docker ps');
    for (const { Id, State } of all) {
      // a job that is done has no process left
      if (State.Status === 'running') assert.deepEqual(leaks(await docker('top', Id, '-eo', 'pid,args')), [], 'docker top');
      const { stdout, stderr } = await run('docker', ['logs', Id]);
      assert.deepEqual(leaks(stdout + stderr), [], 'docker logs');
    }
    assert.deepEqual(leaks(await stack.compose('config')), [], 'docker compose config');
    for (const service of ['app', 'worker']) {
      const files = await docker('run', '--rm', '--network=none', '--entrypoint=sh', containers[service]?.Image ?? '', '-c', 'find /app -path /app/node_modules -prune -o -type f -print -exec cat {} +');
      assert.match(files, /\/app\/src\/server\.js/u, 'the search saw the files of the image');
      assert.doesNotMatch(files, /\/app\/(?:secrets\/|\.env$|\.git\/)/mu);
      assert.deepEqual(leaks(files), [], `files of the image of ${service}`);
    }
  });

  it('keeps the secrets from other users of the host', () => {
    const listing = readdirSync(join(project.folder, 'secrets'));
    assert.ok(listing.length > 0);
    assert.equal(project.mode('secrets'), '700');
    assert.equal(project.owner('secrets'), project.owner());
  });
});
