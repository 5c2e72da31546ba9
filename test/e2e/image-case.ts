// An image case on the engine: its development and its production start, answer through the proxy, stop and start again.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { casesFolder } from '../golden/cases.js';
import { describeOnEngine, docker, run, waitFor } from '../support/engine.js';
import { generateFrom, type Project } from './project.js';
import { reportFailures, type Container, type Stack } from './stack.js';

/** What the running case answers. */
export interface Answer {
  readonly path: string;
  /** Text that the answer contains. */
  readonly text: string;
}

export interface ImageCase {
  /** Name of the case, whose repository is started. */
  readonly name: string;
  readonly tier?: 'smoke' | 'full';
  readonly answers: readonly Answer[];
  /** What development answers, where that is otherwise: pages that only the browser fills. */
  readonly inDevelopment?: readonly Answer[];
  /** Servers that its images are built from, besides those of base images, Debian and npm: where one is not reached, the case is shown as not built. */
  readonly needs?: readonly string[];
  /** Services that have to be healthy or done besides the proxy. */
  readonly services: readonly string[];
  /** Programs that may not be in the production image of `app`: compilers, package managers. */
  readonly absent?: readonly string[];
  /** Services whose process is stopped in production without ending, which their probes have to see. */
  readonly stalled?: readonly string[];
  /** Looks at the containers of production, by service. */
  readonly inProduction?: (containers: Readonly<Record<string, Container>>) => Promise<void>;
  /** Changed in development: an answer that follows within seconds, without a restart by hand. */
  readonly edit?: Edit | readonly Edit[];
}

interface Edit {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  readonly answer: Answer;
}

/** Whether a server answers this machine at all. */
async function reaches(url: string): Promise<boolean> {
  return await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(10_000) }).then(() => true, () => false);
}

async function assertAnswers(stack: Stack, answers: readonly Answer[]): Promise<void> {
  for (const { path, text } of answers) {
    const found = await stack.get(path);
    assert.ok(found.status < 400 && found.text.includes(text), `${path} answered ${found.status}: ${found.text.slice(0, 400)}`);
  }
}

async function assertHealthy(stack: Stack, services: readonly string[]): Promise<void> {
  const health = await stack.health();
  for (const service of [...services, 'nginx']) assert.ok(health[service] === 'healthy' || health[service] === 'done', `${service}: ${health[service]} of ${JSON.stringify(health)}`);
}

async function fillSecrets(project: Project): Promise<void> {
  await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
}

/** Signals what the init of a container started, as the user that it runs as: the images have no `ps`. */
async function signal({ Id }: Container, name: 'STOP' | 'CONT'): Promise<void> {
  await docker('exec', Id, 'sh', '-c', `for status in /proc/[0-9]*/status; do
    pid=\${status#/proc/}; pid=\${pid%/status}
    if [ "$pid" != 1 ] && [ "$(sed -n 's/^PPid:[[:space:]]*//p' "$status" 2>/dev/null)" = 1 ]; then kill -${name} "$pid"; found=1; fi
  done; [ "$found" = 1 ]`);
}

/** All at once, as a probe of a program of its own is asked once a minute, and three failures are needed. */
async function assertStallIsSeen(stack: Stack, services: readonly string[]): Promise<void> {
  const all = await stack.containers();
  const containers = services.map((service) => all[service]!);
  for (const container of containers) await signal(container, 'STOP');
  for (const service of services) {
    await waitFor(`${service} is unhealthy while its process is stopped`, async () => (await stack.health())[service] === 'unhealthy', { within: 330_000 });
  }
  for (const container of containers) await signal(container, 'CONT');
  await stack.waitUntilHealthy(120_000);
}

/** Registers the suite of a case. */
export function describeImageCase({ name, tier = 'full', answers, inDevelopment = answers, services, absent = [], edit, inProduction, stalled = [], needs = [] }: ImageCase): void {
  describeOnEngine(tier, `the case ${name} on the engine`, function suite() {
    this.timeout(900_000);
    let project: Project;
    before(`is built${needs.length === 0 ? '' : ` where ${needs.join(' and ')} ${needs.length === 1 ? 'is' : 'are'} reached`}`, async function build() {
      for (const url of needs) {
        if (await reaches(url)) continue;
        console.log(`    not built: ${name} needs ${url}, which is not reached from here`);
        this.skip();
      }
      project = await generateFrom(join(casesFolder, name, 'repo'), name);
    });
    after(async () => await project?.remove());
    reportFailures(() => [project?.development, project?.production]);

    it('starts in development and answers through the proxy', async () => {
      await project.development.compose('up', '--build', '--detach', '--wait');
      await assertHealthy(project.development, services);
      await assertAnswers(project.development, inDevelopment);
    });
    for (const { file, from, to, answer } of edit === undefined ? [] : [edit].flat()) {
      it(`follows a change of its source: ${file}`, async () => {
        project.edit(file, from, to);
        const end = Date.now() + 30_000;
        for (;;) {
          const found = await project.development.get(answer.path).catch(() => ({ status: 0, text: '' }));
          if (found.text.includes(answer.text)) break;
          assert.ok(Date.now() < end, `still answers ${found.text.slice(0, 400)}`);
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        project.edit(file, to, from);
      });
    }
    it('leaves the files with their owner', async () => {
      await project.development.compose('down');
      const foreign = await project.asOwner('find', '.', '-user', '0', '-not', '-path', './docker/*');
      assert.equal(foreign, '');
    });
    it('starts in production as a user without rights, answers, and starts again', async () => {
      await fillSecrets(project);
      await project.production.compose('up', '--build', '--detach', '--wait');
      await assertHealthy(project.production, services);
      await assertAnswers(project.production, answers);
      for (const [service, { Config, Image }] of Object.entries(await project.production.containers())) {
        assert.match(Config.User, /^[1-9]\d*:[1-9]\d*$/u, `${service} runs as ${Config.User}`);
        if (service !== 'app') continue;
        for (const program of absent) {
          const { code } = await run('docker', ['run', '--rm', '--entrypoint', 'sh', Image, '-c', `command -v ${program}`]);
          assert.notEqual(code, 0, `${program} is in the production image`);
        }
      }
      await inProduction?.(await project.production.containers());
      await project.production.compose('restart');
      await project.production.waitUntilHealthy();
      await assertAnswers(project.production, answers);
      await docker('ps', '-q');
    });
    if (stalled.length > 0) {
      it('sees that a process stands still', async () => {
        await assertStallIsSeen(project.production, stalled);
        await assertAnswers(project.production, answers);
      });
    }
  });
}
