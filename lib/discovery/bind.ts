import type { Diagnostic } from '../diagnostics.js';
import { ranked } from './evidence.js';
import type { Evidence, Fact } from './evidence.js';
import type { AppFindings } from './findings.js';

export const isLoopback = (host: string): boolean => /^(?:localhost|127(?:\.\d+){3}|\[?::1\]?)$/iu.test(host);

/** What is said of a server that listens on localhost only. */
export function bindProblems(facts: readonly Fact<'all' | 'loopback'>[]): readonly Diagnostic[] {
  const first = ranked(facts)[0];
  // a settings file is an example: another address may be given where it runs
  if (first?.value !== 'loopback' || first.confidence === 'guess') return [];
  const place = first.evidence[0];
  return [{
    code: 'listens-on-loopback',
    severity: 'warning',
    message: `the server listens on localhost only${place === undefined ? '' : ` (${place.file}:${place.line})`}: no proxy can reach it`,
    help: 'Listen on 0.0.0.0 in containers',
  }];
}

/** What is said of a server whose own settings keep it there in development, where no variable reaches them. */
export function developmentBindProblem({ file, line }: Evidence, server: string, help: string): Diagnostic {
  return { code: 'development-listens-on-loopback', severity: 'warning', message: `${file}:${line}: in development ${server} listens on localhost only: no proxy can reach it in its container`, help };
}

/** How commands name the address of a server: `--host localhost`, `-b 127.0.0.1:8000`, `--bind=tcp://localhost:3000`, `php -S localhost:80`. */
const commandHost = /(?:^|\s)(?:--(?:host(?:name)?|bind(?:ing|-addr(?:ess)?)?|address|addr|listen(?:-addr(?:ess)?)?|ip|interface)[= ]|-[abHloS][= ]?)["']?(?:tcp:\/\/|https?:\/\/)?(localhost|127(?:\.\d+){3}|\[::1\])(?=[\s:/"']|$)/u;

/** What is said of a server whose own command keeps it on the loopback interface, wherever that was written down. */
export function commandBindProblems({ role, commands: { start } }: Pick<AppFindings, 'role' | 'commands'>): readonly Diagnostic[] {
  const first = ranked(start)[0];
  return role !== 'web' || first === undefined || !commandHost.test(first.value.join(' ')) ? [] : bindProblems([{ value: 'loopback', confidence: 'certain', evidence: first.evidence }]);
}
