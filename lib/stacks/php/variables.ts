import { cite } from '../../discovery/cite.js';
import { filesUnder } from '../../discovery/file-index.js';
import type { VariableFindings } from '../../discovery/findings.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import { fileOf } from './project.js';
import type { PhpProject } from './project.js';

const upper = '[A-Z][A-Z0-9_]+';
const reads: readonly RegExp[] = [
  // env('X') of Laravel, CakePHP and CodeIgniter, getenv('X')
  new RegExp(String.raw`(?<![\w>$])(?:env|getenv|getenv_docker|\w+::env)\(\s*['"](${upper})['"]`, 'gu'),
  new RegExp(String.raw`\$_ENV\[\s*['"](${upper})['"]\s*\]`, 'gu'),
  // what a request brings stands in the same array
  new RegExp(String.raw`\$_SERVER\[\s*['"](?!HTTP_|HTTPS|SERVER_|REQUEST_|REMOTE_|SCRIPT_|DOCUMENT_|PATH_|PHP_|QUERY_|CONTENT_|AUTH_|ORIG_|REDIRECT_|GATEWAY_|UNIQUE_|argv|argc)(${upper})['"]\s*\]`, 'gu'),
];
/** Of Symfony's configuration: `%env(int:X)%`. */
const inConfiguration = new RegExp(String.raw`%env\((?:[\w:.-]+:)?(${upper})\)%`, 'gu');

/** Chosen by the environment, or set by the server of PHP. */
const ofRuntime = /^(?:APP_ENV|APP_DEBUG|CI_ENVIRONMENT|YII_ENV|YII_DEBUG|WP_ENV|LOG_CHANNEL|PHP_\w+|COMPOSER_\w+|LARAVEL_SAIL|SHELL_VERBOSITY|VITE_\w+|WWWUSER|WWWGROUP|SAIL_\w+)$/u;

function configurationReads(project: PhpProject): readonly VariableRead[] {
  const folders = ['config', 'app/config'].map((folder) => fileOf(project, folder));
  return folders.flatMap((folder) => filesUnder(project.repository, folder)).filter((file) => /\.ya?ml$/u.test(file)).flatMap((file) => {
    const text = project.repository.read(file) ?? '';
    return [...text.matchAll(inConfiguration)].map((match) => ({ name: match[1]!, evidence: cite(file, text, match.index) }));
  });
}

/** Variables of the environment example in its order, then those that only the source names, by name. */
export function variablesOf(project: PhpProject): readonly VariableFindings[] {
  return variablesFrom(project.env, [...readsIn(project.sources, reads), ...configurationReads(project)], (name) => ofRuntime.test(name));
}
