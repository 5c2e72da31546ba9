import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { describeOnEngine, docker, run, succeed } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

const environments = { development: 'override', ci: 'ci', production: 'prod' } as const;
type Environment = keyof typeof environments;

interface Configuration {
  readonly services: Readonly<Record<string, { readonly healthcheck?: { readonly test: readonly string[] } }>>;
}

/** Every word of a health command that stands where a shell expects a program. */
function programs([kind, ...words]: readonly string[]): string[] {
  if (kind === 'CMD') return words.slice(0, 1);
  // Compose doubles the dollar sign; $(( is arithmetic, $( is a command
  const script = words.join(' ').replaceAll('$$', '$').replaceAll('$((', ' ').replaceAll(/'[^']*'/gu, "''");
  const commands = script.split(/&&|\|\||[|;\n]|\$\(|`/u);
  return ['sh', ...commands.map((command) => command.trim().replace(/^!\s*/u, '').split(/[\s)]/u)[0] ?? '').filter((word) => word !== '')];
}

describeOnEngine('full', 'other tools on the blueprint', () => {
  let project: Project;
  before(async () => {
    project = await generate('shop');
    await project.asOwner('sh', 'docker/secrets.sh');
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  const files = (environment: Environment): string[] => ['docker-compose.yml', `docker-compose.${environments[environment]}.yml`];

  for (const environment of Object.keys(environments) as Environment[]) {
    it(`has Compose read the files of ${environment} without a word`, async () => {
      const stack = await project[environment].with({ files: files(environment) });
      const { code, stdout, stderr } = await stack.run(['config', '--quiet']);
      assert.deepEqual({ code, stdout, stderr }, { code: 0, stdout: '', stderr: '' });
      const { code: broken } = await (await stack.with({ files: [...files(environment), 'package.json'] })).run(['config', '--quiet']);
      assert.notEqual(broken, 0, 'and would refuse what is no compose file');
    });
  }

  it('passes the checks of docker build', async () => {
    const base = /^FROM (\S+)/mu.exec(project.read('docker/app/Dockerfile'))?.[1] ?? assert.fail('the Dockerfile has no FROM');
    const dockerfiles = readdirSync(`${project.folder}/docker`, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('Dockerfile'));
    assert.deepEqual(dockerfiles.toSorted(), ['app/Dockerfile', 'nginx/Dockerfile', 'workers/Dockerfile']);
    for (const path of dockerfiles) {
      await succeed('docker', ['build', '--check', '-f', `docker/${path}`, '--build-context', `app=docker-image://${base}`, '.'], { cwd: project.folder });
    }
    project.write('docker/Wrong', `FROM ${base}\nCMD node\n`);
    assert.notEqual((await run('docker', ['build', '--check', '-f', 'docker/Wrong', '.'], { cwd: project.folder })).code, 0, 'the check finds what is wrong');
  });

  it('has scripts that a shell can read', async function scripts() {
    const paths = readdirSync(`${project.folder}/docker`, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.sh')).map((path) => `docker/${path}`);
    assert.ok(paths.length >= 3);
    for (const path of paths) await succeed('sh', ['-n', path], { cwd: project.folder });
    if ((await run('sh', ['-c', 'command -v shellcheck'])).code !== 0) {
      console.log('      skipped: shellcheck is not installed');
      return;
    }
    await succeed('shellcheck', paths, { cwd: project.folder });
  });

  it('names every program of a health command', () => {
    assert.deepEqual(programs(['CMD', 'one', 'two']), ['one']);
    assert.deepEqual(programs(['CMD-SHELL', "one -x | two 'a; b' && ! three < $$(( $$(four) - 1 ))"]), ['sh', 'one', 'two', 'three', 'four']);
  });

  for (const environment of ['development', 'production'] as const) {
    it(`has in each container of ${environment} the programs of its health command`, async () => {
      const stack = await project[environment].with({ files: files(environment) });
      await stack.compose('up', '--build', '--detach', '--wait');
      const { services } = JSON.parse(await stack.compose('config', '--format', 'json')) as Configuration;
      const asked: string[] = [];
      for (const [service, { Id, State }] of Object.entries(await stack.containers())) {
        // a job has no health: it ends
        if (State.Status === 'exited') continue;
        const test = services[service]?.healthcheck?.test ?? assert.fail(`${service} has no health command`);
        for (const program of programs(test)) {
          await docker('exec', Id, 'sh', '-c', 'command -v "$1"', 'sh', program);
          asked.push(`${service}: ${program}`);
        }
        assert.notEqual((await run('docker', ['exec', Id, 'sh', '-c', 'command -v "$1"', 'sh', 'no-such-program'])).code, 0);
      }
      assert.deepEqual([...new Set(asked.map((line) => line.split(':')[0]))].toSorted(), ['app', 'db', 'nginx', 'redis', 'worker'], asked.join(', '));
      await stack.remove();
    });
  }
});
