import { idOf, versionOf, wanted, words } from './reading.js';
import type { Reading } from './reading.js';
import { workerLibraries } from './general-words.js';
import { groups } from './groups.js';
import type { Group } from './groups.js';
import { namedServices } from './lists.js';
import type { NamedService } from './lists.js';
import type { DescribedApp, DescribedWorker, KnownStack, Words } from './types.js';
import { frameworkLanguages } from './words.js';

const evidenceOf = (reading: Reading, { matches }: Group): readonly Words[] => matches.map(({ start, end }) => words(reading, start, end));

function roleOf(group: Group): DescribedApp['role'] {
  if (group.noun === 'worker') return 'worker';
  return group.browser ? 'static' : 'web';
}

/** What a group of words becomes under a name; versions stand with the word that they belong to. */
function appOf(reading: Reading, group: Group, name: string, stacks: readonly KnownStack[]): DescribedApp {
  const known = stacks.find(({ id }) => id === group.stack);
  const versions = group.matches.map((match) => ({ runtime: idOf(match, 'stack') !== undefined, ...versionOf(reading, match) }));
  return {
    name,
    role: roleOf(group),
    stack: group.stack,
    language: group.language ?? frameworkLanguages[group.framework ?? ''] ?? known?.defaultLanguage,
    framework: group.framework,
    version: versions.find(({ runtime, version }) => runtime && version !== undefined)?.version,
    frameworkVersion: versions.find(({ runtime, version }) => !runtime && version !== undefined)?.version,
    workers: [],
    confidence: 'certain',
    evidence: evidenceOf(reading, group),
  };
}

/** Names by role; two of one role go by their framework or stack too. */
function nameGroups(list: readonly Group[]): readonly (readonly [Group, string])[] {
  if (list.length === 1) return [[list[0]!, 'app']];
  const taken = new Set<string>();
  const nameOf = (group: Group): string => {
    const role = group.noun === 'worker' ? 'worker' : group.browser ? 'frontend' : group.noun ?? (list.some(({ browser, noun }) => browser || noun === 'frontend') ? 'api' : undefined);
    const candidates = [role, group.framework, group.stack, ...list.map((_, index) => `app-${index + 1}`)];
    const name = candidates.find((each) => each !== undefined && !taken.has(each))!;
    taken.add(name);
    return name;
  };
  // what the text calls so goes before what is only supposed to be it
  const names = new Map(list.toSorted((a, b) => Number(b.noun !== undefined) - Number(a.noun !== undefined)).map((group) => [group, nameOf(group)]));
  return list.map((group) => [group, names.get(group)!]);
}

/** Apps of services that have names: what stands in a service's own words is its, the rest is everyone's. */
function fromNames(reading: Reading, list: readonly NamedService[], stacks: readonly KnownStack[]): readonly DescribedApp[] {
  const near = (service: NamedService, at: number): boolean => at >= service.start - 14 && at < service.end + 28;
  const own = new Map(list.map((service) => {
    const matches = reading.matches.filter((match) => {
      const tech = idOf(match, 'stack') !== undefined || idOf(match, 'framework') !== undefined;
      if (!tech || reading.stances.has(match)) return false;
      if (match.start >= service.start && match.end <= service.end) return true;
      const between = reading.text.slice(Math.min(match.end, service.end), Math.max(match.start, service.start));
      return near(service, match.start) && /^\s*(?:(?:written|built|[ée]crit)?\s*(?:in|en|with|avec)\s+|\()?$/iu.test(between);
    });
    return [service, groups(reading, stacks, matches)[0]] as const;
  }));
  const used = new Set([...own.values()].flatMap((group) => group?.matches ?? []));
  const rest = groups(reading, stacks, wantedTech(reading).filter((match) => !used.has(match)));
  const shared = rest.find(({ browser, noun }) => !browser && noun !== 'worker') ?? rest.find(({ browser }) => !browser);
  const apps = list.map((service): DescribedApp => {
    const group = own.get(service) ?? shared;
    const role = /(?:^|-)(?:worker|consumer|consommateur)s?$/u.test(service.name) ? 'worker' : undefined;
    if (group === undefined) return { name: service.name, role: role ?? 'web', workers: [], confidence: 'likely', evidence: [service.evidence] };
    const app = appOf(reading, { ...group, noun: undefined }, service.name, stacks);
    return { ...app, role: role ?? app.role, confidence: own.get(service) === undefined ? 'likely' : 'certain', evidence: [service.evidence, ...app.evidence] };
  });
  const taken = new Set(apps.map(({ name }) => name));
  const beside = rest.filter((group) => group !== shared && (group.browser || group.noun !== undefined));
  return [...apps, ...nameGroups([...beside, ...(shared === undefined ? [] : [shared])]).filter(([group]) => group !== shared).map(([group, name]) => appOf(reading, group, [name, 'frontend', `${name}-2`].find((each) => each !== 'app' && !taken.has(each))!, stacks))];
}

const wantedTech = (reading: Reading) => reading.matches.filter((match) => !reading.stances.has(match) && (idOf(match, 'stack') !== undefined || idOf(match, 'framework') !== undefined));

/** Workers beside an app, each library once; without a library one worker. */
function withWorkers(reading: Reading, apps: readonly DescribedApp[], inline: readonly Group[], stacks: readonly KnownStack[]): readonly DescribedApp[] {
  const separate = new Set(inline.flatMap(({ matches }) => matches));
  const found = wanted(reading, 'worker').filter((match) => !reading.matches.some((tech) => separate.has(tech) && Math.abs(tech.first - match.last) <= 4));
  const libraries = [...new Set(found.map((match) => idOf(match, 'worker')!).filter((id) => id !== ''))];
  const plain = found.filter((match) => idOf(match, 'worker') === '');
  const evidence = (id: string): readonly Words[] => found.filter((match) => idOf(match, 'worker') === id).map(({ start, end }) => words(reading, start, end));
  let result = apps;
  const add = (target: DescribedApp | undefined, worker: DescribedWorker): void => {
    result = result.map((app) => (app === target ? { ...app, workers: [...app.workers, worker] } : app));
  };
  for (const library of libraries) {
    const { stack } = workerLibraries[library] ?? {};
    const target = result.find((app) => app.stack === stack && app.role === 'web') ?? result.find((app) => app.stack === stack);
    const worker = { name: 'worker', library, evidence: evidence(library) };
    if (target !== undefined) add(target, { ...worker, name: target.workers.length === 0 ? 'worker' : library });
    else if (result.some(({ stack: other }) => other !== undefined)) result = [...result, { name: 'worker', role: 'worker', stack, language: stacks.find(({ id }) => id === stack)?.defaultLanguage, workers: [], confidence: 'likely', evidence: worker.evidence }];
    else result = [{ ...(result[0] ?? { name: 'app', role: 'web', confidence: 'likely' }), stack, language: stacks.find(({ id }) => id === stack)?.defaultLanguage, workers: [worker], evidence: [...(result[0]?.evidence ?? []), ...worker.evidence] } as DescribedApp, ...result.slice(1)];
  }
  const main = result.find(({ role }) => role === 'web');
  if (plain.length > 0 && libraries.length === 0 && main !== undefined && !result.some(({ role }) => role === 'worker')) add(main, { name: 'worker', evidence: evidence('') });
  return result;
}

/** An app of which only its role is said: "a web application with a database". */
function unnamed(reading: Reading): readonly DescribedApp[] {
  // a server may be the machine
  const first = wanted(reading, 'role').find((match) => idOf(match, 'role') !== 'backend' || /^back/iu.test(match.quote));
  return first === undefined ? [] : [{ name: 'app', role: 'web', workers: [], confidence: 'guess', evidence: [words(reading, first.start, first.end)] }];
}

/** The apps of a description, with their workers, and whether the text gives them names. */
export function apps(reading: Reading, stacks: readonly KnownStack[]): { readonly apps: readonly DescribedApp[]; readonly named: number } {
  const { list, count } = namedServices(reading);
  if (list.length > 0) return { apps: withWorkers(reading, fromNames(reading, list, stacks), [], stacks), named: list.length };
  const found = groups(reading, stacks, wantedTech(reading));
  const servers = found.filter(({ browser }) => !browser);
  if (count !== undefined && servers.length <= 1) {
    const [shared] = servers;
    const numbered = Array.from({ length: count.value }, (_, index): DescribedApp => {
      const app = shared === undefined ? { role: 'web' as const, workers: [] } : appOf(reading, { ...shared, noun: undefined }, '', stacks);
      return { ...app, name: `service-${index + 1}`, confidence: 'likely', evidence: [count.evidence, ...(shared === undefined ? [] : evidenceOf(reading, shared))] };
    });
    const pages = found.filter(({ browser }) => browser).map((group) => appOf(reading, group, 'frontend', stacks));
    return { apps: withWorkers(reading, [...numbered, ...pages], [], stacks), named: count.value };
  }
  const workers = found.filter(({ noun }) => noun === 'worker');
  const others = found.filter(({ noun }) => noun !== 'worker');
  // a worker of the same language as the server is a process of it
  const separate = others.length === 0 ? workers : workers.filter((worker) => !others.some(({ stack, browser }) => stack === worker.stack && !browser));
  const described = nameGroups([...others, ...separate]).map(([group, name]) => appOf(reading, group, name, stacks));
  return { apps: withWorkers(reading, described.length > 0 ? described : unnamed(reading), separate, stacks), named: 0 };
}
