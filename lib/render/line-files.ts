import type { AppBrief } from '../brief/brief.js';
import type { Architecture, Service } from '../design/architecture.js';
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

/** Where containers of development have the host's folders behind their volumes. */
const hostFolders = '/run/host/';

/** Folders of installed packages, over which development lays a volume: what lies there on the host is nobody's work. */
function installedFolders(services: readonly Service[]): readonly string[] {
  const mounts = services.flatMap(({ environments }) => environments.development?.mounts ?? []);
  const folders = [...new Set(mounts.filter(({ target }) => target.startsWith(hostFolders)).map(({ source }) => source.replace(/^\.\//u, '')))].toSorted();
  const names = folders.map((folder) => folder.slice(folder.lastIndexOf('/') + 1));
  // of a workspace each package has one: by name they are one line
  return [...new Set(folders.map((folder, index) => (names.indexOf(names[index]!) === names.lastIndexOf(names[index]!) ? `/${folder}/` : `${names[index]!}/`)))];
}

export function gitignore({ services }: Pick<Architecture, 'services'>): OutputFile {
  return entries('.gitignore', ['.env', '/secrets/', ...installedFolders(services)]);
}

/** Scripts that run in a container break with Windows line endings. */
export function gitattributes(): OutputFile {
  return entries('.gitattributes', ['*.sh text eol=lf', 'docker/** text=auto eol=lf']);
}
