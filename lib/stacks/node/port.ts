import { distinct, ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { textAt } from '../../discovery/manifest.js';
import type { NodePackage } from './app.js';
import { constant } from './code.js';
import { matches } from '../../discovery/source.js';
import type { Match, Source } from '../../discovery/source.js';

/** Variables that mean the port of this server, not of something it connects to. */
const names = 'PORT|APP_PORT|SERVER_PORT|HTTP_PORT|API_PORT|NODE_PORT|LISTEN_PORT|APPLICATION_PORT|WEB_PORT';
const portName = new RegExp(`^(?:${names})$`, 'u');
const read = String.raw`(?:\benv(?:ironment)?(?:\.(?:${names})\b|\[['"](?:${names})['"]\]))`;
const digits = String.raw`['"]?(\d{2,5})\b`;

/** A default beside the variable; the first group is the port. */
const defaults: readonly RegExp[] = [
  // process.env.PORT || 3000, Number(process.env.PORT) || 3000, parseInt(process.env.PORT ?? '3000', 10)
  new RegExp(String.raw`${read}!?\s*(?:as\s+\w+\s*)?(?:,\s*10\s*)?\)*\s*(?:\|\||\?\?)\s*(?:\w+\(\s*)?${digits}`, 'gu'),
  // process.env.PORT ? Number(process.env.PORT) : 3000
  new RegExp(String.raw`${read}\s*\?[^:;?]{0,200}:\s*${digits}`, 'gu'),
  // const { PORT = 3000 } = process.env
  new RegExp(String.raw`\{[^{}]{0,400}\b(?:${names})\s*(?::\s*\w+\s*)?=\s*${digits}[^{}]{0,400}\}\s*=\s*process\.env`, 'gu'),
  // PORT: z.coerce.number().default(3000), PORT: Joi.number().default(3000), PORT: port({ default: 3000 })
  new RegExp(String.raw`\b(?:${names})['"]?\s*:\s*(?:[zZ]|[jJ]oi|yup|v|t|num|port|str|envalid|Type)\b[^;]{0,160}?\bdefault\s*[(:]\s*${digits}`, 'gu'),
  // convict: { default: 3000, env: 'PORT' }
  new RegExp(String.raw`\bdefault\s*:\s*${digits}[^{}]{0,160}\benv\s*:\s*['"](?:${names})['"]`, 'gu'),
  // configService.get('PORT', 3000), env('PORT', 3000), get('PORT') || 3000
  new RegExp(String.raw`\(\s*['"](?:${names})['"]\s*(?:,|\)\s*(?:\|\||\?\?))\s*${digits}`, 'gu'),
];
const literalListen = /\.listen\(\s*(?:\{[^{}]*?\bport\s*:\s*)?(\d{2,5})\b/gu;
const namedListen = /\.listen\(\s*(?:\{[^{}]*?\bport\s*:\s*)?([A-Za-z_$][\w$]*)\s*[,)}]/gu;
const servedOptions = /\bserve\(\s*\{[^;]{0,400}?\bport\s*:\s*(\d{2,5})\b/gu;
/** Bun serves what the entry exports. */
const exportedOptions = /\bexport\s+default\s*\{[^;]{0,400}?\bport\s*:\s*(\d{2,5})\b/gu;
const option = /(?:--port|-p)[ =](\d{2,5})\b/u;

function port(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 && value < 65_536 ? value : undefined;
}

function fact(text: string | undefined, evidence: Fact<number>['evidence'], confidence: Fact<number>['confidence'] = 'certain'): readonly Fact<number>[] {
  const value = port(text);
  return value === undefined ? [] : [{ value, confidence, evidence }];
}

function seen(found: readonly Match[]): readonly Fact<number>[] {
  return found.flatMap(({ groups, evidence }) => fact(groups[1], [evidence]));
}

/** `const port = 3000; app.listen(port)`, where the file shows the number. */
function constantPorts(sources: readonly Source[]): readonly Fact<number>[] {
  return matches(sources, namedListen).flatMap(({ groups, source, evidence }) => {
    const name = groups[1]!.replaceAll('$', String.raw`\$`);
    const value = new RegExp(String.raw`\b(?:const|let|var)\s+${name}\s*(?::\s*\w+\s*)?=\s*['"]?(\d{2,5})\b`, 'u').exec(source.code)?.[1];
    return fact(value ?? constant(source.code, groups[1]!), [evidence]);
  });
}

function scriptPorts({ manifest }: NodePackage): readonly Fact<number>[] {
  return ['start', 'start:prod', 'dev'].flatMap((name) => {
    const script = textAt(manifest, 'scripts', name);
    const value = option.exec(script?.value ?? '')?.[1] ?? /(?:^|\s)PORT=(\d{2,5})\b/u.exec(script?.value ?? '')?.[1];
    return script === undefined ? [] : fact(value, [script.evidence], name === 'dev' ? 'likely' : 'certain');
  });
}

function joined(facts: readonly Fact<number>[]): readonly Fact<number>[] {
  const values = [...new Set(facts.map(({ value }) => value))];
  return values.map((value) => {
    const same = ranked(facts.filter((each) => each.value === value));
    return { ...same[0]!, evidence: distinct(same.flatMap(({ evidence }) => evidence)) };
  });
}

/** Ports that the server may listen on. `server` are the files that its entry loads, the entry first. */
export function portFacts(app: NodePackage, server: readonly Source[], defaultPort: number | undefined): readonly Fact<number>[] {
  const inSource = (sources: readonly Source[]) => [
    ...seen(matches(sources, literalListen)),
    ...seen(matches(sources, servedOptions)),
    ...seen(matches(sources, exportedOptions)),
    ...constantPorts(sources),
    ...defaults.flatMap((pattern) => seen(matches(sources, pattern))),
  ];
  const reached = inSource(server);
  const anywhere = reached.length > 0 ? reached : inSource(app.sources).map((each): Fact<number> => ({ ...each, confidence: 'likely' }));
  const examples = app.env.filter(({ name }) => portName.test(name)).map((entry) => ({
    decides: entry.name !== 'PORT' && app.sources.some(({ code }) => new RegExp(String.raw`\b${entry.name}\b`, 'u').test(code)),
    found: fact(entry.example, [entry.evidence], entry.name === 'PORT' ? 'certain' : 'likely'),
  }));
  // a variable of another name keeps its example in the blueprint, so the example is what the server will listen on
  const deciding = examples.filter(({ decides }) => decides).flatMap(({ found }) => found.map((each): Fact<number> => ({ ...each, confidence: 'certain' })));
  const others = examples.filter(({ decides }) => !decides).flatMap(({ found }) => found);
  const guess = defaultPort === undefined ? [] : [{ value: defaultPort, confidence: 'guess' as const, evidence: [] }];
  const found = joined([...deciding, ...scriptPorts(app), ...anywhere, ...others]);
  return found.length > 0 ? found : guess;
}
