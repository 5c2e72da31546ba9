/** Flags that every command takes, behind both doors. The bin parses them, the generators declare them. */
export const flags = {
  directory: { type: 'string', value: 'DIR', description: 'project folder (default: here)' },
  yes: { type: 'boolean', description: 'ask nothing: detected or default answers' },
  from: { type: 'string', value: 'FILE', description: 'take the answers from a brief in YAML or JSON, - for standard input' },
  describe: { type: 'string', value: 'TEXT', description: 'what the project is, in English or French: prefills the answers' },
  'dry-run': { type: 'boolean', description: 'show the plan, write nothing' },
  check: { type: 'boolean', description: 'write nothing, exit 1 if anything would change' },
  json: { type: 'boolean', description: 'one JSON document on standard output' },
  brief: { type: 'boolean', description: 'discover: print a brief that --from accepts' },
  force: { type: 'boolean', description: 'on a conflict take the new side' },
  conflict: { type: 'string', value: 'yours|new|markers', description: 'on a conflict keep yours, take the new side, or write markers' },
  command: { type: 'string', value: 'COMMAND', description: 'worker: what it runs (default: the script or file of its name)' },
  port: { type: 'string', value: 'N', description: 'the port that the app listens on, whatever was found' },
  start: { type: 'string', value: 'COMMAND', description: 'how the app starts in production, whatever was found' },
  app: { type: 'string', value: 'NAME', description: 'which app --port, --start or worker mean (default: the only one)' },
  locale: { type: 'string', value: 'en', description: 'language of questions and messages' },
} as const satisfies Record<string, Flag>;

interface Flag {
  readonly type: 'string' | 'boolean';
  readonly value?: string;
  readonly description: string;
}

/** Commands behind both doors; the first is the one without a name. */
export const commands = {
  app: 'look at the project, ask, and write the whole blueprint',
  discover: 'print what the project shows',
  application: 'write the images of the apps',
  nginx: 'write the reverse proxy',
  workers: 'write the image of the workers',
  compose: 'write the compose files',
  ci: 'write the workflow',
  docs: 'write the operations manual',
  worker: 'NAME: add a worker to the blueprint',
} as const;

export type CommandName = keyof typeof commands;

/** Commands that take a word, with what it is. */
export const commandWords: Readonly<Partial<Record<string, string>>> = { worker: 'the name of the worker' };
