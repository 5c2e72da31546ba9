import { proxies, technologies } from '../catalog/registry.js';
import { en } from '../messages/en.js';
import { contradictionOf, patternById, patterns } from '../patterns/registry.js';
import { securityLevels } from './brief.js';
import type { Brief, EnvironmentId, SecurityLevel, ServiceBrief } from './brief.js';
import { descriptionProblem } from './description.js';
import { idleWorkers } from './queues.js';
import { servesHttp } from './service-names.js';
import { databasePerApp, shapeOf } from './shape.js';
import { withServices } from './services.js';
import { slug, slugPattern } from './slug.js';

/** A question as the host's prompts take it. Its default is the answer that Enter gives. */
export interface Question {
  readonly type: 'input' | 'select' | 'checkbox';
  readonly name: string;
  readonly message: string;
  readonly default?: unknown;
  readonly choices?: readonly { readonly name: string; readonly value: string; readonly short?: string; readonly checked?: boolean }[];
  /** Called with a text, or with the choices that are ticked, and with the answers before it. */
  readonly validate?: (input: never, answers?: Partial<Answers>) => true | string;
}

export interface Answers {
  readonly name: string;
  readonly pattern: string;
  readonly services: readonly string[];
  /** Absent where nothing serves. */
  readonly proxy?: string;
  readonly environments: readonly EnvironmentId[];
  readonly port: string;
  readonly memory: string;
  readonly security?: SecurityLevel;
}

const isPort = (text: string): boolean => /^\d{1,5}$/u.test(text) && Number(text) >= 1 && Number(text) <= 65535;

/** The questions in the order an architect asks: what it is, what it needs, where it runs, which constraints. */
export function questions(suggested: Brief): readonly Question[] {
  const say = en.questions;
  const present = new Set(suggested.services.map(({ technology }) => technology));
  const { memory } = suggested.constraints;
  return [
    {
      type: 'input',
      name: 'name',
      message: say.name,
      default: suggested.project.name,
      validate: (text: string) => slugPattern.test(text) || `lower-case letters, digits and dashes, a letter first: ${slug(text)}`,
    },
    {
      type: 'select',
      name: 'pattern',
      message: say.pattern,
      default: suggested.pattern,
      // services are asked for later, so that what needs a broker may still get one
      choices: patterns.filter((each) => contradictionOf(each, { ...shapeOf(suggested), queues: true }) === undefined).map(({ id, title, use, complexity }) => ({ value: id, short: title, name: `${title} (${say.complexity(complexity)}). ${use}` })),
    },
    {
      type: 'checkbox',
      name: 'services',
      message: say.services,
      choices: technologies.map(({ id, title }) => ({ value: id, name: title, checked: present.has(id) })),
      validate: (ticked: readonly { readonly value: string }[], answers) => servicesProblem(suggested, ticked.map(({ value }) => value), answers?.pattern ?? suggested.pattern) ?? true,
    },
    ...(servesHttp(suggested) ? [{
      type: 'select' as const,
      name: 'proxy',
      message: say.proxy,
      default: suggested.proxy.technology,
      choices: proxies.map(({ id, title }) => ({ value: id, name: title })),
    }] : []),
    {
      type: 'checkbox',
      name: 'environments',
      message: say.environments,
      choices: (['ci', 'production'] as const).map((id) => ({ value: id, short: id, name: say.environment[id], checked: suggested.environments.includes(id) })),
    },
    { type: 'input', name: 'port', message: say.port, default: String(suggested.proxy.port), validate: (text: string) => isPort(text) || say.port_invalid },
    {
      type: 'input',
      name: 'memory',
      message: say.memory,
      default: memory === undefined ? '' : String(memory),
      validate: (text: string) => text === '' || /^[1-9]\d*$/u.test(text) || say.memory_invalid,
    },
    {
      type: 'select',
      name: 'security',
      message: say.security,
      default: suggested.constraints.security ?? 'standard',
      choices: securityLevels.map((id) => ({ value: id, short: id, name: say.securityLevel[id] })),
    },
  ];
}

/** The first question of a new project. Enter leaves it to what was found. */
export const descriptionQuestion = (hasApps: boolean): Question => ({
  type: 'input',
  name: 'description',
  message: hasApps ? en.questions.description : en.questions.description_empty,
  default: '',
  validate: (text: string) => descriptionProblem(text) ?? true,
});

/** The brief with these technologies instead. What was suggested of a technology stays with all its instances. */
function withTechnologies(brief: Brief, chosen: readonly string[]): Pick<Brief, 'apps' | 'services'> {
  return withServices(brief, chosen.flatMap((technology): readonly ServiceBrief[] => {
    const suggested = brief.services.filter((service) => service.technology === technology);
    return suggested.length > 0 ? suggested : [{ technology }];
  }));
}

/** Why the project cannot do with these technologies, for the person who ticks them. */
function servicesProblem(suggested: Brief, chosen: readonly string[], pattern: string): string | undefined {
  const parts = withTechnologies(suggested, chosen);
  const [idle] = idleWorkers(parts);
  return idle === undefined ? contradictionOf(patternById(pattern), shapeOf(parts)) : en.questions.services_idle(idle.name, idle.library, idle.stores);
}

/** The suggestion with the answers over it. A service that was added is used by every process, one that was removed by none. */
export function applyAnswers(suggested: Brief, answers: Answers): Brief {
  const { memory: _, security, ...constraints } = suggested.constraints;
  const level = answers.security ?? security;
  const parts = withTechnologies(suggested, answers.services);
  const isolates = answers.pattern !== suggested.pattern && patternById(answers.pattern).isolatesDatabases === true;
  return {
    ...suggested,
    project: { ...suggested.project, name: answers.name },
    pattern: answers.pattern,
    ...(isolates ? databasePerApp(parts) : parts),
    environments: ['development', ...answers.environments],
    proxy: { ...suggested.proxy, technology: answers.proxy ?? suggested.proxy.technology, port: Number(answers.port) },
    constraints: { ...constraints, ...(level === undefined || level === 'standard' ? {} : { security: level }), ...(answers.memory === '' ? {} : { memory: Number(answers.memory) }) },
  };
}
