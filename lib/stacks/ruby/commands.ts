import { citeFile } from '../../discovery/cite.js';
import { likely } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { filesUnder } from '../../discovery/file-index.js';
import type { AppFindings, Argv } from '../../discovery/findings.js';
import { serveFiles } from '../static-files.js';
import type { Framework } from './frameworks/framework.js';
import { bundled, codeOf, fileOf, gemOf, has } from './project.js';
import type { RubyProject } from './project.js';
import { serverOf } from './server.js';

const seenIn = (value: Argv, ...files: readonly string[]): readonly Fact<Argv>[] => (value.length === 0 ? [] : likely(value, ...files.map(citeFile)));

/** Gems that make files for browsers when `assets:precompile` runs. */
const pipelines = ['sprockets-rails', 'sprockets', 'propshaft', 'jsbundling-rails', 'cssbundling-rails', 'tailwindcss-rails', 'dartsass-rails', 'importmap-rails', 'vite_rails', 'shakapacker', 'webpacker', 'sassc-rails', 'sass-rails'];

/** The start is compiled ahead, and files for browsers are made: without the secrets of production, which the build never sees. */
function railsBuild(project: RubyProject): Argv {
  const boot = gemOf(project, 'bootsnap') === undefined ? undefined : 'bundle exec bootsnap precompile --gemfile app/ lib/';
  // before 7.0, Rails brought a pipeline itself
  const assets = gemOf(project, ...pipelines) !== undefined || filesUnder(project.repository, fileOf(project, 'app/assets')).some((file) => file.endsWith('manifest.js'));
  const precompile = ['env', 'SECRET_KEY_BASE_DUMMY=1', 'SECRET_KEY_BASE=build-only', 'bundle', 'exec', 'rails', 'assets:precompile'];
  if (boot === undefined) return assets ? precompile : [];
  return assets ? ['sh', '-c', `${boot} && ${precompile.slice(1).join(' ')}`] : boot.split(' ');
}

function development(project: RubyProject, framework: Framework | undefined, port: number): Argv {
  const address = ['-p', String(port)];
  if (framework?.id === 'rails') return bundled(project, 'rails', 'server', '-b', '0.0.0.0', ...address, '-P', '/tmp/server.pid');
  if (framework?.id === 'hanami') return bundled(project, 'hanami', 'server', '--host', '0.0.0.0', '--port', String(port));
  if (framework?.site !== undefined) return bundled(project, 'jekyll', 'serve', '--host', '0.0.0.0', '--port', String(port), '--force_polling', '--destination', '/tmp/site');
  const server = serverOf(project, port);
  const all = project.gemfile?.gems ?? [];
  return all.some(({ name }) => name === 'rerun') ? bundled(project, 'rerun', '--no-notify', '--', ...server.slice(2)) : server;
}

function test(project: RubyProject, framework: Framework | undefined): readonly Fact<Argv>[] {
  const all = project.gemfile?.gems ?? [];
  const rspec = all.find(({ name }) => name === 'rspec' || name === 'rspec-rails');
  if (rspec !== undefined) return [{ value: bundled(project, 'rspec'), confidence: 'likely', evidence: [rspec.evidence] }];
  if (framework?.id === 'rails' && has(project, 'test')) return seenIn(bundled(project, 'rails', 'test'), fileOf(project, 'config/application.rb'));
  return has(project, 'Rakefile') && /\bTestTask\b/u.test(codeOf(project, 'Rakefile')) ? seenIn(bundled(project, 'rake', 'test'), fileOf(project, 'Rakefile')) : [];
}

/** How the project is started, built and tested. */
export function commandsOf(project: RubyProject, framework: Framework | undefined, port: number): AppFindings['commands'] {
  const rack = has(project, 'config.ru') ? [fileOf(project, 'config.ru')] : [];
  const site = framework?.site !== undefined;
  return {
    start: site ? seenIn(serveFiles) : seenIn(serverOf(project, port), ...rack),
    dev: seenIn(development(project, framework, port), ...rack),
    build: site ? seenIn(bundled(project, 'jekyll', 'build')) : framework?.id === 'rails' ? seenIn(railsBuild(project)) : framework?.id === 'hanami' && has(project, 'app/assets') && has(project, 'package.json') ? seenIn(bundled(project, 'hanami', 'assets', 'compile')) : [],
    test: test(project, framework),
  };
}
