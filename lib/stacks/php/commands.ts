import { citeFile } from '../../discovery/cite.js';
import { likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { developmentRequires, fileOf, has, scriptOf } from './project.js';
import type { Framework } from './frameworks/framework.js';
import type { PhpProject } from './project.js';

/** Where the Dockerfile puts the settings of the web server. */
export const serverSettings = '/etc/apache2/app.conf';
/** Apache in the foreground; it answers static files itself and runs PHP in its processes. */
export const start: Argv = ['apache2', '-D', 'FOREGROUND', '-f', serverSettings];

const seenIn = (value: Argv, ...files: readonly (string | undefined)[]): readonly Fact<Argv>[] => likely(value, ...files.flatMap((file) => (file === undefined ? [] : [citeFile(file)])));

/** The server of PHP itself, or the framework's own way to start it, where every address reaches it. */
function development(framework: Framework | undefined, documentRoot: string, port: number): Argv {
  if (framework?.serve !== undefined) return [...framework.serve, '--host=0.0.0.0', `--port=${port}`];
  const server = ['php', '-S', `0.0.0.0:${port}`, '-t', documentRoot];
  return framework?.installsIntoSource === true ? ['sh', '-c', `composer install --no-interaction && exec ${server.join(' ')}`] : server;
}

/** Compiles what production would otherwise make at the first request. */
function build(project: PhpProject): readonly Fact<Argv>[] {
  if (!has(project, 'bin/console')) return [];
  const composer = fileOf(project, 'composer.json');
  return scriptOf(project, 'post-install-cmd')
    ? seenIn(['composer', 'run-script', '--no-dev', 'post-install-cmd'], composer)
    : seenIn(['php', 'bin/console', 'cache:warmup'], fileOf(project, 'bin/console'));
}

function test(project: PhpProject): readonly Fact<Argv>[] {
  const names = developmentRequires(project);
  const runner = [['pestphp/pest', 'vendor/bin/pest'], ['symfony/phpunit-bridge', 'vendor/bin/simple-phpunit'], ['phpunit/phpunit', 'vendor/bin/phpunit']] as const;
  const found = runner.flatMap(([name, program]) => names.filter((each) => each.name === name).map(({ evidence }) => ({ program, evidence })))[0];
  return found === undefined ? [] : [{ value: [found.program], confidence: 'likely', evidence: [found.evidence] }];
}

/** How the project is started, built and tested. */
export function commandsOf(project: PhpProject, framework: Framework | undefined, documentRoot: string, port: number): AppFindings['commands'] {
  const front = documentRoot === '.' ? 'index.php' : `${documentRoot}/index.php`;
  // what Composer installs may bring it
  const entry = has(project, front) ? fileOf(project, front) : undefined;
  return {
    start: seenIn(start, entry),
    dev: seenIn(development(framework, documentRoot, port), entry),
    build: framework?.id === 'symfony' ? build(project) : [],
    test: test(project),
  };
}
