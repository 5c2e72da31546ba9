import assetsTemplate from '../../../templates/application/node/assets.ejs';
import type { AppBrief } from '../../brief/brief.js';
import { imageOfVersion } from '../../catalog/images.js';
import { best, ranked } from '../../discovery/evidence.js';
import type { AssetsFindings } from '../../discovery/findings.js';
import { readManifest, textAt } from '../../discovery/manifest.js';
import { joinPath } from '../../discovery/repository.js';
import type { Repository } from '../../discovery/repository.js';
import { renderTemplate } from '../../text/template.js';
import { copyLine, copySource, inContext, runForm } from '../dockerfile.js';
import { workdir } from './image.js';
import { installFiles } from './install.js';
import { installationOf } from './installation.js';
import { lines, resolveVersion } from './lines.js';
import { packageManagerOf } from './package-manager.js';
import { runnerOf } from './scripts.js';
import { versionFacts } from './version.js';

/** Scripts that build browser code, the usual names first. */
const buildScripts = ['build', 'production', 'prod', 'build:prod', 'build:production'];

/** The browser code that a `package.json` beside a server of another language builds; undefined where it builds nothing. */
export function discoverAssets(repository: Repository, path: string): AssetsFindings | undefined {
  const file = joinPath(path, 'package.json');
  if (!repository.exists(file)) return undefined;
  const { manifest } = readManifest(repository, file);
  const script = manifest === undefined ? undefined : buildScripts.find((name) => textAt(manifest, 'scripts', name) !== undefined);
  if (manifest === undefined || script === undefined) return undefined;
  const { facts, lockFile } = packageManagerOf(repository, path, manifest, {});
  const version = ranked(versionFacts(repository, path, manifest, {})).map(({ value }) => resolveVersion(value)).find((each) => each !== undefined);
  return {
    packageManager: best(facts) ?? { name: 'npm' },
    lockFile,
    version: version ?? lines[0].version,
    build: [runnerOf(best(facts)), 'run', script],
    installFiles: installFiles(repository, path),
  };
}

/** The stage `assets`: the app's folder with its built browser code, made by Node.js. */
export function assetsStage(app: AppBrief): string {
  const { assets } = app;
  if (assets === undefined) return '';
  const installation = installationOf(assets);
  const manifests = ['package.json', ...(assets.lockFile === undefined ? [] : [assets.lockFile])];
  const top = [...manifests, ...assets.installFiles.filter((file) => !file.includes('/'))];
  return renderTemplate(assetsTemplate, {
    image: imageOfVersion('node', assets.version),
    workdir,
    installation,
    copies: [copyLine(top.map((file) => inContext(app, file)), './'), ...assets.installFiles.filter((file) => file.includes('/')).map((file) => copyLine([inContext(app, file)], `./${file}`))],
    source: copySource(app),
    build: runForm(assets.build),
  }).trimEnd();
}
