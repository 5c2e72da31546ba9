import type { Repository } from '../../discovery/repository.js';
import { sourcesIn } from '../../discovery/source.js';
import type { Source, SourceLanguage } from '../../discovery/source.js';
import { withoutComments } from './code.js';

/** Tools of development are configured at the top of the app; deeper down, `app.config.ts` is part of the server. */
const toolSettings = /^(?:[\w.-]+\.config|\.[\w-]+rc|gulpfile|Gruntfile|karma\.conf|wdio\.conf)\.\w+$/u;
/** Browser code where it stands at the top of the app; deeper down the names may mean a database client. */
const browserFolders = /^(?:client|frontend|www)\//u;

/** Programs without an extension, such as `bin/www`. */
function isScript(repository: Repository, file: string): boolean {
  return /(?:^|\/)bin\/[\w-]+$/u.test(file) && /^#!.*\bnode\b/u.test(repository.read(file) ?? '');
}

const language: SourceLanguage = {
  name: /\.(?:[cm]?[jt]s|[jt]sx)$/u,
  notSource: /\.d\.[cm]?ts$|\.min\.js$|[.-](?:test|spec|e2e-spec|stories|mock)\.\w+$/u,
  withoutComments,
  includes: isScript,
  excludes: (own) => browserFolders.test(own) || toolSettings.test(own),
};

/** Every server source of the app in a folder. `others` are folders of other packages, whose files are not of this app. */
export function sourcesOf(repository: Repository, path: string, others: ReadonlySet<string>): readonly Source[] {
  return sourcesIn(repository, path, others, language);
}
