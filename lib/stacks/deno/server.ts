import { distinct } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { taskAt } from './project.js';
import type { DenoProject } from './project.js';

const number = String.raw`["']?(\d{2,5})\b`;
const read = String.raw`\b(?:Deno\.env\.get\(\s*["'](?:PORT|APP_PORT|SERVER_PORT|HTTP_PORT)["']\s*\)|process\.env\.(?:PORT|APP_PORT|SERVER_PORT|HTTP_PORT))`;
const ports: readonly RegExp[] = [
  // Deno.serve({ port: 8000 }), app.listen({ port: 8000 }), serve(handler, { port: 8000 })
  new RegExp(String.raw`\b(?:serve|listen)\s*\([^;]{0,200}?\bport\s*:\s*(?:\w+\(\s*)?${number}`, 'gu'),
  new RegExp(String.raw`${read}!?\s*\)?\s*(?:\|\||\?\?)\s*(?:\w+\(\s*)?${number}`, 'gu'),
  new RegExp(String.raw`\b(?:const|let)\s+(?:port|PORT)\s*(?::\s*number\s*)?=\s*(?:\w+\(\s*)?${number}`, 'gu'),
  new RegExp(String.raw`\.listen\(\s*${number}`, 'gu'),
];
const option = /--port[= ](\d{2,5})\b/u;

function valid(text: string | undefined): number | undefined {
  const value = Number(text);
  return Number.isInteger(value) && value > 0 && value < 65_536 ? value : undefined;
}

/** What the server listens on: its tasks, its source, the environment example, else what the runtime takes. */
export function portFacts(app: DenoProject, defaultPort: number): readonly Fact<number>[] {
  const fromTasks = ['start', 'serve', 'preview', 'dev'].flatMap((name): readonly Fact<number>[] => {
    const task = taskAt(app, name);
    const value = valid(option.exec(task?.value ?? '')?.[1]);
    return task === undefined || value === undefined ? [] : [{ value, confidence: name === 'dev' ? 'likely' : 'certain', evidence: [task.evidence] }];
  });
  const fromSource = ports.flatMap((pattern) => matches(app.sources, pattern).flatMap(({ groups, evidence }): readonly Fact<number>[] => {
    const value = valid(groups[1]);
    return value === undefined ? [] : [{ value, confidence: 'certain', evidence: [evidence] }];
  }));
  const fromExample = app.env.filter(({ name }) => name === 'PORT').flatMap(({ example, evidence }): readonly Fact<number>[] => {
    const value = valid(example);
    return value === undefined ? [] : [{ value, confidence: 'certain', evidence: [evidence] }];
  });
  const all = [...fromTasks, ...fromSource, ...fromExample];
  const found = [...new Set(all.map(({ value }) => value))].map((value): Fact<number> => {
    const same = all.filter((each) => each.value === value);
    return { ...same[0]!, evidence: distinct(same.flatMap(({ evidence }) => evidence)) };
  });
  return found.length > 0 ? found : [{ value: defaultPort, confidence: 'guess', evidence: [] }];
}

const loopback = /\bhostname\s*:\s*["'](?:localhost|127\.\d+\.\d+\.\d+|::1)["']/gu;

export function bindFacts(app: DenoProject): readonly Fact<'all' | 'loopback'>[] {
  return matches(app.sources, loopback).map(({ evidence }) => ({ value: 'loopback', confidence: 'certain', evidence: [evidence] }));
}

const names = 'livez|live|healthz|_healthz|health|_health|healthcheck|health-check|ping|up|readyz|ready|status';
const routed = new RegExp(String.raw`\.get\(\s*["']((?:/[\w-]+)*/(?:${names}))["']`, 'gu');
const compared = new RegExp(String.raw`\b(?:pathname|path|url)\s*===?\s*["']((?:/[\w-]+)*/(?:${names}))["']`, 'gu');
/** A prefix that stands elsewhere: the route alone does not say its whole path. */
const prefixed = /\.(?:route|mount|basePath|use)\(\s*["']\/[\w-]|\bprefix\s*:/u;

/** Routes that answer probes. Where routers hang below others, what was seen is a guess only. */
export function healthFacts({ sources }: DenoProject): readonly Fact<string>[] {
  const isSure = !sources.some(({ code }) => prefixed.test(code));
  return [...matches(sources, routed), ...matches(sources, compared)].map(({ groups, evidence }) => ({ value: groups[1]!, confidence: isSure ? 'likely' : 'guess', evidence: [evidence] }));
}
