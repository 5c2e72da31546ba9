import { cite } from '../../discovery/cite.js';
import type { Confidence, Fact } from '../../discovery/evidence.js';
import { callArguments, constant, literal } from './code.js';
import { wholePath } from './routes.js';
import { matches } from '../../discovery/source.js';
import type { Source } from '../../discovery/source.js';

const controller = /@Controller\(/gu;
const getter = /@Get\(/gu;

interface GlobalPrefix {
  readonly path: string;
  readonly confidence: Confidence;
}

/** What the application puts before every controller: `setGlobalPrefix`, versions in the address, guards for all. */
function globalPrefix(sources: readonly Source[]): GlobalPrefix {
  const call = matches(sources, /\.setGlobalPrefix\(/gu)[0];
  const versioned = sources.some(({ code }) => /\benableVersioning\([^;]{0,400}\bdefaultVersion\b/u.test(code));
  const guarded = sources.some(({ code }) => /\bAPP_GUARD\b|\.useGlobalGuards\(/u.test(code));
  const confidence = versioned || guarded ? 'guess' : 'likely';
  if (call === undefined) return { path: '', confidence };
  const args = callArguments(call.source.code, call.end - 1);
  const path = constant(call.source.code, args[0] ?? '');
  // excluded routes stand outside the prefix; which ones may be written in many ways
  return path === undefined || args.length > 1 ? { path: path ?? '', confidence: 'guess' } : { path, confidence };
}

/** Decorators of LoopBack hold the whole path (loopback.io, "Routes"). */
function operations(sources: readonly Source[]): readonly Fact<string>[] {
  const own = sources.filter(({ code }) => /['"]@loopback\/rest['"]/u.test(code));
  return matches(own, /@get\(\s*['"]([^'"\n]+)['"]/gu).map(({ groups, evidence }) => ({ value: wholePath('', groups[1]!), confidence: 'likely', evidence: [evidence] }));
}

/** Routes of controllers declared with decorators. */
export function controllerRoutes(sources: readonly Source[]): readonly Fact<string>[] {
  const controllers = matches(sources, controller);
  if (controllers.length === 0) return operations(sources);
  const { path: prefix, confidence } = globalPrefix(sources);
  return controllers.flatMap(({ source, end, index }) => {
    const argument = callArguments(source.code, end - 1)[0];
    const base = argument === undefined ? '' : (literal(argument) ?? /\bpath\s*:\s*(['"])([^'"]*)\1/u.exec(argument)?.[2]);
    if (base === undefined) return [];
    const next = source.code.indexOf('@Controller(', end);
    const body = source.code.slice(end, next === -1 ? undefined : next);
    const around = source.code.slice(Math.max(0, index - 200), end + body.length);
    const unsure = (argument !== undefined && /\bversion\s*:\s*['"[]/u.test(argument)) || /@UseGuards\(/u.test(around);
    return [...body.matchAll(getter)].flatMap((match): readonly Fact<string>[] => {
      const own = callArguments(body, match.index + match[0].length - 1)[0];
      const path = own === undefined ? '' : literal(own);
      if (path === undefined) return [];
      const value = wholePath(`/${prefix}/${base}`, path);
      return [{ value, confidence: unsure ? 'guess' : confidence, evidence: [cite(source.file, source.text, end + match.index)] }];
    });
  });
}
