import type { AppBrief } from '../brief/brief.js';
import type { Architecture } from '../design/architecture.js';
import { dotenvValue } from '../text/quote.js';
import type { OutputFile } from './output-file.js';

function entries(path: string, lines: readonly string[]): OutputFile {
  return { path, content: `${lines.join('\n')}\n`, ownership: 'entries' };
}

/** Settings of `.env`, all optional: each line is a comment that shows the default. */
export function environmentExample({ variables }: Architecture): OutputFile {
  const lines = variables.flatMap(({ name, value, comment }) => [`# ${comment}`, `# ${name}=${dotenvValue(value)}`]);
  return entries('.env.example', ['# Settings of the compose files. None is needed for `docker compose up`.', ...lines]);
}

/** What no image may contain and no build needs. */
export const ignoredInImages: readonly string[] = [
  '.git', '.github', '.docker-architect', '.yo-rc.json', '.env', '.env.*', '!.env.example', 'secrets', '**/node_modules', 'coverage',
  'docker-compose*.yml', '.dockerignore', '*.log',
];

/** Databases of development, where the app's database is a file: a volume begins with what the image has in its place. */
function databaseFiles({ path, data = [] }: AppBrief): readonly string[] {
  const folders = data.filter(({ holds }) => holds === 'database');
  const own = folders.flatMap((folder) => (folder.path.startsWith('/') ? [] : [`${path === '.' ? '' : `${path}/`}${folder.path}/*.db*`]));
  return folders.length === 0 ? [] : ['**/*.sqlite', '**/*.sqlite-*', '**/*.sqlite3', '**/*.sqlite3-*', ...(folders.some(({ engine }) => engine === 'H2') ? ['**/*.mv.db'] : []), ...own];
}

/** The same with what tools leave beside the source, and with what these apps keep in files. */
export const ignoredFor = (apps: readonly AppBrief[], leftovers: readonly string[]): readonly string[] => [...new Set([...ignoredInImages, ...leftovers, ...apps.flatMap(databaseFiles)])];

/** `leftovers` are patterns of what tools leave beside the source on a developer's machine. */
export function dockerignore({ apps }: Pick<Architecture, 'apps'>, leftovers: readonly string[]): OutputFile {
  return entries('.dockerignore', ignoredFor(apps, leftovers));
}

export function gitignore(): OutputFile {
  return entries('.gitignore', ['.env', '/secrets/', 'node_modules/']);
}

/** Scripts that run in a container break with Windows line endings. */
export function gitattributes(): OutputFile {
  return entries('.gitattributes', ['*.sh text eol=lf', 'docker/** text=auto eol=lf']);
}
