import { withoutHashComments } from '../../discovery/comments.js';
import type { Argv, JobFindings } from '../../discovery/findings.js';
import { joinPath } from '../../discovery/repository.js';
import { shellWord } from '../../text/quote.js';
import { findFramework } from './frameworks/registry.js';
import type { MixProject } from './project.js';
import { loopbackIp } from './server.js';

/** Packages of the browser's code, where the project has some from npm. */
export const browserManifest = 'assets/package.json';

/** What one `config :app, Module, ...` of a settings file says. */
interface Setting {
  readonly app: string;
  readonly module: string;
  readonly text: string;
}

function settingsOf({ repository, path }: MixProject, environment: 'dev' | 'test'): readonly Setting[] {
  const code = withoutHashComments(repository.read(joinPath(path, `config/${environment}.exs`)) ?? '');
  return code.split(/^(?=[ \t]*config[ (])/mu).flatMap((text): readonly Setting[] => {
    const [, app, module] = /^[ \t]*config[ (]\s*:(\w+),\s*([A-Z][\w.]*)\s*,/u.exec(text) ?? [];
    return app === undefined || module === undefined ? [] : [{ app, module, text }];
  });
}

const local = new RegExp(String.raw`\bhttp:\s*\[[^\]]{0,200}?\bip:\s*${loopbackIp}`, 'u');

/** Endpoints that listen on the machine itself, as Phoenix's template has them, get every interface. */
function endpointChanges(settings: readonly Setting[]): readonly string[] {
  return settings.filter(({ text }) => local.test(text)).map(({ app, module }) =>
    `Application.put_env(:${app}, ${module}, Keyword.update(Application.get_env(:${app}, ${module}), :http, [], &Keyword.put(&1, :ip, {0, 0, 0, 0})))`);
}

const databaseOf = ({ text }: Setting): string => /\bdatabase:\s*"([^"]*)"/u.exec(text)?.[1] ?? '';

/** Repositories of Ecto whose server is the machine itself, as Phoenix's template has them: an address goes before such parts (hexdocs.pm/ecto, "URLs"). */
function databaseChanges(settings: readonly Setting[]): readonly string[] {
  const found = settings.filter(({ text }) => /\bhostname:\s*"(?:localhost|127\.0\.0\.1)"/u.test(text) && !/\burl:/u.test(text));
  // another database of another name is not the one that the address leads to
  return found.filter((each) => databaseOf(each) === databaseOf(found[0]!)).map(({ app, module }) =>
    `if url = System.get_env("DATABASE_URL"), do: Application.put_env(:${app}, ${module}, Keyword.put(Application.get_env(:${app}, ${module}), :url, url))`);
}

/**
 * Tasks of Mix after settings that keep a program on the developer's machine are changed. No variable goes before them; Mix reads
 * them once, before anything starts (hexdocs.pm/mix, `mix eval`).
 */
function afterChanges(changes: readonly string[], ...tasks: readonly Argv[]): Argv {
  const words = tasks.flatMap((task, index) => (index === 0 ? task : ['+', ...task]));
  if (changes.length > 0) return ['mix', 'do', 'eval', changes.join('; '), '+', ...words];
  return tasks.length === 1 ? ['mix', ...words] : ['mix', 'do', ...words];
}

/** How the program is started in development. Packages of the browser's code lie in the mounted source: nobody but us puts them there. */
export function developmentCommand(app: MixProject, framework: string | undefined): Argv {
  const settings = settingsOf(app, 'dev');
  const [, ...task] = findFramework(framework)?.development ?? ['mix', 'run', '--no-halt'];
  const command = afterChanges([...databaseChanges(settings), ...endpointChanges(settings)], task);
  return app.repository.exists(joinPath(app.path, browserManifest)) ? ['sh', '-c', `npm install --prefix assets && exec ${command.map(shellWord).join(' ')}`] : command;
}

/** The migration of development; absent where the image's own, which reads the settings as they are, reaches the database. */
export function developmentMigration(app: MixProject): Pick<JobFindings, 'development'> {
  const changes = databaseChanges(settingsOf(app, 'dev'));
  return changes.length === 0 ? {} : { development: afterChanges(changes, ['ecto.create', '--quiet'], ['ecto.migrate']) };
}

export const testCommand = (app: MixProject): Argv => afterChanges(databaseChanges(settingsOf(app, 'test')), ['test']);

/** Settings files whose databases these commands change. */
export function changedSettings(app: MixProject): readonly string[] {
  return (['dev', 'test'] as const).filter((environment) => databaseChanges(settingsOf(app, environment)).length > 0).map((environment) => joinPath(app.path, `config/${environment}.exs`));
}
