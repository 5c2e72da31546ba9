import { ranked } from '../../discovery/evidence.js';
import type { Fact } from '../../discovery/evidence.js';
import { matches } from '../../discovery/source.js';
import { workerName } from '../compiled.js';
import type { Program } from './app.js';
import { findFramework, frameworks } from './frameworks/registry.js';
import type { CppProject } from './project.js';

/** Server libraries whose header the program includes and of which it makes a server. */
export function frameworkFacts({ sources }: Program, { dependencies, managed, name }: CppProject): readonly Fact<string>[] {
  const seen = frameworks.flatMap((framework): readonly Fact<string>[] => {
    const packages: readonly string[] = framework.packages;
    // tools in the repository of the library itself
    if (name !== undefined && packages.includes(name.toLowerCase())) return [];
    if (!sources.some(({ code }) => framework.makes.test(code))) return [];
    const include = matches(sources, new RegExp(framework.includes, 'gu'))[0];
    if (include === undefined) return [];
    const declared = [...dependencies, ...managed.dependencies].find((each) => packages.includes(each.name));
    return [{ value: framework.id, confidence: 'certain', evidence: [...(declared === undefined ? [] : [declared.evidence]), include.evidence] }];
  });
  const refined = new Set<string>(seen.flatMap(({ value }) => findFramework(value)!.refines));
  return ranked(seen.map((fact) => (refined.has(fact.value) ? { ...fact, confidence: 'likely' as const } : fact)));
}

/** The calls of POSIX that make a server: sockets(7). */
const listens = /\blisten\s*\(\s*[^,()]+,/u;
const accepts = /\baccept4?\s*\(|\bepoll_wait\s*\(|\bMHD_start_daemon\s*\(/u;
const otherServers = /\bMHD_start_daemon\s*\(|\bmg_http_listen\s*\(|\buWS::(?:SSL)?App\b|\bhttp_listener\b/u;

export function serves(program: Program, project: CppProject): boolean {
  if (frameworkFacts(program, project).length > 0) return true;
  return program.sources.some(({ code }) => otherServers.test(code)) || (program.sources.some(({ code }) => listens.test(code)) && program.sources.some(({ code }) => accepts.test(code)));
}

const takes = /\bRdKafka::KafkaConsumer\b|\brd_kafka_consumer_poll\b|\bamqp_basic_consume\b|\bAMQP::(?:Tcp)?Channel\b|\bamqp_consume_message\b/u;
const runsOn = /\bwhile\s*\(\s*(?:true|1|!?\s*\w*(?:stop|run|quit|done)\w*(?:\.load\(\))?)\s*\)|\bfor\s*\(\s*;\s*;\s*\)|\bsigwait\s*\(|\bio(?:_context|c)?\.run\(/u;

/** Whether a program works in the background: it takes messages, or is called so and runs until it is told to stop. */
export function isWorker({ target, sources }: Program): boolean {
  return sources.some(({ code }) => takes.test(code)) || (workerName.test(target.output.replaceAll('_', '-')) && sources.some(({ code }) => runsOn.test(code)));
}

/** Tests, examples and measurements are no apps. */
export function isTool({ target }: Program): boolean {
  if (target.isMaterial || target.links.some((name) => /^(?:GTest|Catch2|benchmark|doctest)(?:::|$)|^gtest|^gmock/u.test(name))) return true;
  return [target.output, target.name].some((name) => /(?:^|[-_.])(?:unit)?(?:tests?|bench(?:mark)?s?|examples?|demos?|fuzz(?:er)?|samples?)(?:$|[-_.])/iu.test(name));
}
