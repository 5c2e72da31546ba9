import { filesIn, filesUnder } from '../../discovery/file-index.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import type { JvmModule } from './module.js';
import { settingsOf } from './settings.js';
import type { Setting } from './settings.js';

const ownFile = /^(?:application|bootstrap|microprofile-config|reference)(?:-([\w-]+))?\.(?:properties|ya?ml|conf)$/u;
const anyFile = /^([\w-]+?)\.(?:properties|ya?ml)$/u;
const nameOf = (file: string): string => file.slice(file.lastIndexOf('/') + 1);

function read(repository: Repository, file: string, profile?: string): readonly Setting[] {
  return settingsOf(file, repository.read(file) ?? '').map((setting) => ({ ...setting, profile: setting.profile ?? profile }));
}

/** Settings files that a module packs or that lie where its program starts. */
function files(repository: Repository, { path }: JvmModule): readonly string[] {
  const folders = ['src/main/resources', 'src/main/resources/config', 'src/main/resources/META-INF', 'src/main/conf', 'resources', 'conf', 'config', '.'];
  return folders.flatMap((folder) => filesIn(repository, folder === '.' ? path : joinPath(path, folder))).filter((file) => ownFile.test(nameOf(file)));
}

/** Every setting of a module: the files that its framework is told of, `application.yml`, then the files of profiles. */
export function moduleSettings(repository: Repository, module: JvmModule, named: readonly string[] = []): readonly Setting[] {
  const own = named.map((name) => joinPath(module.path, name)).filter((file) => repository.exists(file));
  const found = [...own, ...files(repository, module)].map((file) => ({ file, profile: ownFile.exec(nameOf(file))?.[1] }));
  return [...found.filter(({ profile }) => profile === undefined), ...found.filter(({ profile }) => profile !== undefined)].flatMap(({ file, profile }) => read(repository, file, profile));
}

/** Those that a configuration server of the repository hands out to an app of a name. */
export function servedSettings(repository: Repository, servers: readonly JvmModule[], name: string): readonly Setting[] {
  return servers.flatMap(({ path }) => filesUnder(repository, joinPath(path, 'src/main/resources')))
    .filter((file) => {
      const base = anyFile.exec(nameOf(file))?.[1];
      return base === name || base?.startsWith(`${name}-`) === true;
    })
    .flatMap((file) => read(repository, file, anyFile.exec(nameOf(file))![1] === name ? undefined : anyFile.exec(nameOf(file))![1]!.slice(name.length + 1)));
}

/** Settings in the order in which the program prefers them: its active profiles, then what always counts, then the rest. */
export function preferred(settings: readonly Setting[]): readonly Setting[] {
  const active = new Set(settings.filter(({ key, profile }) => key === 'spring.profiles.active' && profile === undefined).flatMap(({ value }) => value.replace(/^\$\{[\w.-]+:|\}$/gu, '').split(/[,\s]+/u)));
  const rank = ({ profile }: Setting): number => (profile === undefined ? 1 : active.has(profile) ? 0 : /^(?:prod|production|docker)$/u.test(profile) ? 2 : 3);
  return settings.toSorted((a, b) => rank(a) - rank(b));
}

/** Whether a setting counts when nobody chooses a profile. */
export function isInForce(setting: Setting, settings: readonly Setting[]): boolean {
  return setting.profile === undefined || settings.some(({ key, value }) => key === 'spring.profiles.active' && value.split(/[,\s]+/u).includes(setting.profile!));
}
