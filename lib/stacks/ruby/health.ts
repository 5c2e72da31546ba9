import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { fileOf } from './project.js';
import type { RubyProject } from './project.js';

/** Last segments of routes that answer probes: those that say "alive" first. */
const names = ['livez', 'live', 'liveness', 'healthz', 'health', '_health', 'healthcheck', 'health-check', 'health_check', 'ping', 'up', 'readyz', 'ready', 'status'];
const preference = (path: string): number => names.indexOf(path.slice(path.lastIndexOf('/') + 1).toLowerCase());

const railsOwn = /^([ \t]*)get[ \t(]+['"]\/?([\w/-]+)['"][ \t]*(?:=>|,[ \t]*to:)[ \t]*['"]rails\/health#show['"]/gmu;
const railsRoute = /^([ \t]*)get[ \t(]+['"]\/?([\w/-]+)['"]/gmu;
/** `get '/health' do` of Sinatra. */
const sinatraRoute = /^[ \t]*get[ \t(]+['"](\/[\w/-]+)['"]\)?[ \t]*(?:do\b|\{)/gmu;
/** A program on Rack, or a server without one, compares the address itself, or is told what answers for it. */
const compared = /\b(?:PATH_INFO['"]\]|path(?:_info)?|request_path)\s*==\s*['"](\/[\w/-]+)['"]|\bwhen\s+['"](\/[\w/-]+)['"]|\bmount_proc[ (]+['"](\/[\w/-]+)['"]/gu;
/** Puts a prefix before what is inside. */
const mounted = /^[ \t]*(?:map|use_route|prefix|namespace)[ \t(]+['":]/mu;

function railsFacts(project: RubyProject): readonly Fact<string>[] {
  const routes = project.sources.filter(({ file }) => file === fileOf(project, 'config/routes.rb'));
  const own = matches(routes, railsOwn).map(({ groups, evidence }): Fact<string> => ({ value: `/${groups[2]!}`, confidence: groups[1]!.length <= 2 ? 'certain' : 'guess', evidence: [evidence] }));
  // deeper lines stand in a scope, which puts its path before them
  const plain = matches(routes, railsRoute).map(({ groups, evidence }): Fact<string> => ({ value: `/${groups[2]!}`, confidence: groups[1]!.length <= 2 ? 'likely' : 'guess', evidence: [evidence] }));
  const seen = new Set(own.map(({ value }) => value));
  return [...own, ...plain.filter(({ value }) => !seen.has(value) && preference(value) !== -1).toSorted((a, b) => preference(a.value) - preference(b.value))];
}

/** Routes that look like health probes; only those whose whole path is clear are more than a guess. */
export function healthFacts(project: RubyProject): readonly Fact<string>[] {
  const rails = railsFacts(project);
  if (rails.length > 0 || project.sources.some(({ file }) => file === fileOf(project, 'config/application.rb'))) return rails;
  const prefixed = project.sources.some(({ file, code }) => file.endsWith('config.ru') && mounted.test(code));
  const found = [...matches(project.sources, sinatraRoute), ...matches(project.sources, compared)].map(({ groups, source, evidence }): Fact<string> => ({
    value: groups.slice(1).find((each) => each !== undefined)!,
    confidence: prefixed || mounted.test(source.code) ? 'guess' : 'likely',
    evidence: [evidence],
  }));
  return found.filter(({ value }) => preference(value) !== -1).toSorted((a, b) => preference(a.value) - preference(b.value));
}
