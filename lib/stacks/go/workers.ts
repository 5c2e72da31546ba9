import { cite } from '../../discovery/cite.js';
import type { Evidence, Fact } from '../../discovery/evidence.js';
import type { Argv, JobFindings, WorkerFindings } from '../../discovery/findings.js';
import { procfileProcesses } from '../../discovery/procfile.js';
import { namedWorkers, programPath, workerName } from '../compiled.js';
import { commandOfProgram, labelOf, watchOf } from './app.js';
import type { GoApp, Program } from './app.js';
import { serves } from './framework.js';
import { migration, subcommandsOf, workingCommands } from './subcommands.js';

/** Queue libraries, and what code that takes jobs does. */
const libraries: readonly { readonly id: string; readonly packages: readonly string[]; readonly use: RegExp }[] = [
  { id: 'asynq', packages: ['github.com/hibiken/asynq'], use: /\basynq\.(?:NewServer|NewScheduler|NewPeriodicTaskManager)\(/u },
  { id: 'river', packages: ['github.com/riverqueue/river'], use: /\briver\.(?:NewWorkers|AddWorker)\b/u },
  { id: 'temporal', packages: ['go.temporal.io/sdk'], use: /\bworker\.New\(/u },
  { id: 'machinery', packages: ['github.com/RichardKnop/machinery'], use: /\.NewWorker\(/u },
  { id: 'gocraft-work', packages: ['github.com/gocraft/work'], use: /\bwork\.NewWorkerPool\b/u },
  { id: 'watermill', packages: ['github.com/ThreeDotsLabs/watermill'], use: /\bmessage\.NewRouter\(/u },
  { id: 'kafka-client', packages: ['github.com/segmentio/kafka-go', 'github.com/twmb/franz-go', 'github.com/IBM/sarama', 'github.com/confluentinc/confluent-kafka-go'], use: /\.(?:ReadMessage|FetchMessage|PollFetches|PollRecords|ConsumePartition|SubscribeTopics)\(|\bNewConsumerGroup\(/u },
  { id: 'amqp', packages: ['github.com/rabbitmq/amqp091-go', 'github.com/streadway/amqp'], use: /\.Consume(?:WithContext)?\(/u },
  { id: 'nats-client', packages: ['github.com/nats-io/nats.go'], use: /\.(?:QueueSubscribe|Subscribe|PullSubscribe|Consume)\(/u },
  { id: 'cron', packages: ['github.com/robfig/cron', 'github.com/go-co-op/gocron'], use: /\b(?:cron\.New|gocron\.NewScheduler)\(/u },
];

const taken = (packages: readonly string[], path: string): boolean => packages.some((name) => path === name || path.startsWith(`${name}/`));

/** The library whose jobs a program takes, and where it does. */
export function takesJobs({ reached }: Program): { readonly id: string; readonly evidence: Evidence } | undefined {
  for (const { id, packages, use } of libraries) {
    for (const { imports, sources } of reached) {
      if (![...imports].some((path) => taken(packages, path))) continue;
      const source = sources.find(({ code }) => use.test(code));
      if (source !== undefined) return { id, evidence: cite(source.file, source.text, source.code.search(use)) };
    }
  }
  return undefined;
}

export function mainEvidence({ main }: Program): Evidence {
  const source = main.sources.find(({ code }) => /^func\s+main\s*\(/mu.test(code)) ?? main.sources[0]!;
  return cite(source.file, source.text, Math.max(0, source.code.search(/^func\s+main\s*\(/mu)));
}

/** Whether a program beside the server works in the background: it is called so, or takes jobs and serves nobody. */
export function isWorker(app: Pick<GoApp, 'module'>, program: Program): boolean {
  if (workerName.test(labelOf(app.module, program))) return true;
  return !serves(program) && takesJobs(program) !== undefined;
}

interface Process {
  readonly label: string;
  readonly library?: string | undefined;
  readonly start: Fact<Argv>;
  readonly dev: Fact<Argv>;
}

function processOf(app: GoApp, program: Program, label: string, confidence: Fact<Argv>['confidence'], evidence: Evidence, args: readonly string[] = []): Process {
  return {
    label,
    library: takesJobs(program)?.id,
    start: { value: commandOfProgram(program, ...args), confidence, evidence: [evidence] },
    dev: { value: watchOf(app.path, program, ...args), confidence: 'likely', evidence: [] },
  };
}

/** What a line of a Procfile calls a program. */
const programWord = (word: string): string => word.replace(/^(?:\.\/)?(?:bin\/)?/u, '');

/** Lines of a Procfile that start one of the programs; a buildpack puts them into `bin/` and on the path. */
function fromProcfile(app: GoApp, programs: readonly Program[]): readonly Process[] {
  return procfileProcesses(app.repository, app.path).filter(({ name }) => name !== 'web' && name !== 'release').flatMap(({ name, command }): readonly Process[] => {
    const [word = '', ...args] = command.value;
    const program = programs.find((each) => programWord(word) === each.name);
    if (program === undefined) return [{ label: name, start: command, dev: command }];
    const found = processOf(app, program, name, 'certain', command.evidence[0]!, args);
    return [found];
  });
}

/** Processes beside the server: programs of their own, and subcommands of the server's program. */
export function workersOf(app: GoApp, beside: readonly Program[]): readonly WorkerFindings[] {
  const programs = [app.program, ...beside];
  const declared = fromProcfile(app, programs);
  const own = beside.filter((program) => isWorker(app, program)).map((program) => processOf(app, program, labelOf(app.module, program), 'likely', mainEvidence(program)));
  const words = workingCommands(subcommandsOf(app.program)).map(({ word, evidence }) => processOf(app, app.program, word, 'likely', evidence, [word]));
  const all = [...declared, ...own, ...words];
  const key = ({ start }: Process): string => start.value.join('\0');
  return namedWorkers(all.filter((each, index) => all.findIndex((other) => key(other) === key(each)) === index));
}

/** Whether a program is called after migrations. */
export function isMigration({ module }: Pick<GoApp, 'module'>, program: Program): boolean {
  return /^(?:db-?)?migrat(?:e|ions?|or)$/u.test(labelOf(module, program));
}

/** The migration, where a program for it is built into the image: that of the Procfile's release, one of that name, or a subcommand of the server's. */
export function jobsOf(app: GoApp, beside: readonly Program[]): readonly JobFindings[] {
  const release = procfileProcesses(app.repository, app.path).find(({ name }) => name === 'release');
  const [word = '', ...args] = release?.command.value ?? [];
  const released = [app.program, ...beside].find((each) => programWord(word) === each.name);
  if (release !== undefined && released !== undefined) return [{ name: 'migrate', command: [{ ...release.command, value: commandOfProgram(released, ...args) }] }];
  const named = beside.find((program) => isMigration(app, program));
  if (named !== undefined) {
    const inner = migrationArguments(named);
    return [{ name: 'migrate', command: [{ value: [programPath(named.name), ...inner], confidence: 'likely', evidence: [mainEvidence(named)] }] }];
  }
  const found = migration(subcommandsOf(app.program));
  return found === undefined ? [] : [{ name: 'migrate', command: [{ value: commandOfProgram(app.program, ...found.args), confidence: 'likely', evidence: [found.evidence] }] }];
}

/** `up` where the program knows that word. */
function migrationArguments(program: Program): readonly string[] {
  return subcommandsOf(program).some(({ word }) => word === 'up') ? ['up'] : [];
}

