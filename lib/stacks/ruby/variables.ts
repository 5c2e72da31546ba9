import { cite, citeFile } from '../../discovery/cite.js';
import { withoutHashComments } from '../../discovery/comments.js';
import { filesIn } from '../../discovery/file-index.js';
import type { VariableFindings } from '../../discovery/findings.js';
import { readsIn, variablesFrom } from '../../discovery/variables.js';
import type { VariableRead } from '../../discovery/variables.js';
import { codeOf, fileOf, has } from './project.js';
import type { RubyProject } from './project.js';

const upper = '[A-Z][A-Z0-9_]+';
const reads: readonly RegExp[] = [
  new RegExp(String.raw`\bENV\[\s*['"](${upper})['"]\s*\]`, 'gu'),
  new RegExp(String.raw`\bENV\.(?:fetch|key\?|has_key\?|include\?)[ (]\s*['"](${upper})['"]`, 'gu'),
];
const inConfiguration = new RegExp(String.raw`\bENV(?:\.fetch\(|\[)\s*['"](${upper})['"]`, 'gu');

/** Chosen by the environment, or of the runtime itself. */
const ofRuntime = /^(?:RAILS_ENV|RACK_ENV|HANAMI_ENV|JEKYLL_ENV|APP_ENV|RAILS_LOG_TO_STDOUT|RAILS_SERVE_STATIC_FILES|BUNDLE_\w+|RUBYOPT|GEM_\w+|PIDFILE|RAILS_LOG_LEVEL_\w+|CI_\w+|BOOTSNAP_\w+|SECRET_KEY_BASE_DUMMY)$/u;

/** Settings in YAML that Rails fills in with Ruby. */
function configurationReads({ repository, path }: RubyProject): readonly VariableRead[] {
  return filesIn(repository, fileOf({ path }, 'config')).filter((file) => /\.ya?ml(?:\.erb)?$/u.test(file)).flatMap((file) => {
    const text = repository.read(file) ?? '';
    return [...withoutHashComments(text).matchAll(inConfiguration)].map((match) => ({ name: match[1]!, evidence: cite(file, text, match.index) }));
  });
}

/** What Rails opens with its key in production (guides.rubyonrails.org, custom credentials). */
const encrypted = ['config/credentials/production.yml.enc', 'config/credentials.yml.enc'];

/** In development and tests Rails reads it from a file, or does without. */
const masterKey = (evidence: VariableFindings['evidence']): VariableFindings => ({ name: 'RAILS_MASTER_KEY', example: '', productionOnly: true, evidence });

/** Secrets that Rails itself reads: no source names them. */
function ofRails(project: RubyProject): readonly VariableFindings[] {
  if (!has(project, 'config/application.rb')) return [];
  const evidence = [citeFile(fileOf(project, 'config/application.rb'))];
  const settings = 'config/environments/production.rb';
  const required = /\brequire_master_key\s*=\s*true\b/u.test(codeOf(project, settings)) ? [settings] : [];
  const opens = [...required, ...encrypted.filter((file) => has(project, file))];
  return [{ name: 'SECRET_KEY_BASE', evidence }, ...(opens.length > 0 ? [masterKey(opens.map((file) => citeFile(fileOf(project, file))))] : [])];
}

/** Variables of the environment example in its order, then those that only the source names, by name. */
export function variablesOf(project: RubyProject): readonly VariableFindings[] {
  const found = variablesFrom(project.env, [...readsIn(project.sources, reads), ...configurationReads(project)], (name) => ofRuntime.test(name));
  const names = new Set(found.map(({ name }) => name));
  return [...found.map((each) => (each.name === 'RAILS_MASTER_KEY' ? masterKey(each.evidence) : each)), ...ofRails(project).filter(({ name }) => !names.has(name))];
}
