import assert from 'node:assert/strict';
import { describeOnEngine, docker, signal, waitFor } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Container, type Stack } from '../stack.js';

/**
 * The process on the engine's host that is the real server: the container's first one, or, where that is only an init or
 * a watcher, the last one below it.
 */
async function serverProcess({ Id, State, HostConfig }: Container): Promise<number> {
  if (HostConfig.Init !== true) return State.Pid;
  const lines = (await docker('top', Id, '-eo', 'pid,ppid,args')).trim().split('\n').slice(1);
  const parents = lines.map((line) => line.trim().split(/\s+/u).slice(0, 2).map(Number));
  let pid = State.Pid;
  for (;;) {
    const children = parents.filter(([, parent]) => parent === pid);
    if (children.length === 0) return pid;
    assert.equal(children.length, 1, `one process below ${pid}:\n${lines.join('\n')}`);
    pid = children[0]?.[0] ?? 0;
  }
}

async function waitForState(stack: Stack, service: string, wanted: string): Promise<void> {
  await waitFor(`${service} ${wanted}`, async () => {
    const state = (await stack.health())[service];
    if (state !== wanted) throw new Error(`${service} is ${state}`);
    return true;
  }, { within: 90_000, every: 1000 });
}

describeOnEngine('full', 'health', () => {
  let project: Project;
  before(async () => {
    project = await generate('shop');
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  for (const environment of ['development', 'production'] as const) {
    it(`turns bad in ${environment} when a service stands still, and good again when it goes on`, async () => {
      if (environment === 'production') await project.asOwner('sh', 'docker/secrets.sh');
      const stack = project[environment];
      await stack.compose('up', '--build', '--detach', '--wait');
      const containers = await stack.containers();
      const image = containers['app']?.Image ?? '';
      const failures = new Map<string, string>();
      // the stores last: an app whose database stands still is rightly unhealthy and would prove nothing of its own check
      for (const group of [['app', 'nginx', 'worker'], ['db', 'redis']]) {
        await Promise.all(
          group.map(async (service) => {
            const pid = await serverProcess(containers[service] ?? assert.fail(service));
            await signal(image, pid, 'SIGSTOP');
            try {
              await waitForState(stack, service, 'unhealthy');
            } catch (error) {
              failures.set(service, String(error));
            } finally {
              await signal(image, pid, 'SIGCONT');
            }
          }),
        );
        await stack.waitUntilHealthy().catch((error: unknown) => failures.set(group.join('+'), String(error)));
      }
      assert.deepEqual(Object.fromEntries(failures), {});
      await stack.order('after all');
      await stack.remove();
    });
  }
});
