import type { Action } from '../merge/decide.js';

/** Everything that questions and messages say, in English. */
export const en = {
  questions: {
    name: 'What is the project called?',
    pattern: 'Which architecture?',
    services: 'Which backing services does it need?',
    proxy: 'What stands in front of it?',
    environments: 'Where will it run, besides development?',
    port: 'On which port of this machine should development answer?',
    memory: 'How much memory has the production host, in MiB? (empty: no limit to plan for)',
    port_invalid: 'a port is a number from 1 to 65535',
    memory_invalid: 'a number of MiB, or nothing',
    development: 'development',
    environment: { ci: 'CI: tests in containers, images built and scanned', production: 'production: secrets, limits, hardening' },
    complexity: (level: string): string => `complexity: ${level}`,
  },
  plan: {
    title: (name: string, pattern: string): string => `${name}: ${pattern}`,
    files: 'Files',
    decisions: 'Decisions',
    nothingWritten: 'Dry run: nothing was written.',
  },
  actions: {
    create: 'create',
    same: 'same',
    update: 'update',
    merge: 'merge',
    conflict: 'conflict',
    deleted: 'deleted by you',
    unreadable: 'unreadable',
  } satisfies Record<Action, string>,
  conflict: {
    question: (path: string): string => `${path} was changed by you and by the new blueprint`,
    yours: 'keep yours',
    new: 'take the new one',
    markers: 'write both with conflict markers',
    diff: 'show the difference',
    abort: 'abort, write nothing',
    kept: (path: string, places: string): string => `${path}: yours was kept${places}; --conflict new takes the new one, --conflict markers writes both`,
    unreadable: (path: string, place: string): string => `${path}:${place}. It was left as it is: mend it and run again`,
    raised: (path: string, images: string): string => `${path}: you and the new blueprint raised a tag, the higher one stays (${images})`,
    marked: (path: string): string => `${path}: holds conflict markers, choose a side in each`,
  },
  worker: {
    command: (name: string): string => `What does ${name} run? (no script and no file of that name was found)`,
    command_invalid: 'a command without shell syntax, such as: node src/mailer.js',
    unknown: (name: string): string => `worker ${name}: no script and no file of that name was found`,
  },
  cancelled: 'Cancelled: nothing was written',
  notInteractive: 'No terminal: detected and default answers are used, as with --yes',
  leftOver: (path: string): string => `${path}: no longer part of the blueprint, remove it if you do not need it`,
  upToDate: 'Everything is up to date.',
  wouldChange: (count: number): string => `${count} ${count === 1 ? 'file' : 'files'} would change.`,
  written: (count: number): string => `${count} ${count === 1 ? 'file' : 'files'} written.`,
  next: (port: number | undefined): readonly string[] => [
    'Next:',
    '  docker compose up --build --wait',
    ...(port === undefined ? [] : [`  open http://localhost:${port}`]),
    'Then read docs/docker-operations.md: production, tests, backups, and why each thing is as it is.',
  ],
  description: {
    understood: (subject: string, value: string, quote: string): string => `  ${subject}: ${value}  ("${quote}")`,
    notUnderstood: (words: string): string => `Not understood in the description: ${words}`,
    noEffect: (words: string): string => `Understood, without effect on the blueprint yet: ${words}`,
    placeholder: (app: string, path: string, wanted: string): string => `${app}: ${path} is a placeholder on the standard library${wanted}. Replace it with your code`,
    framework: (name: string): string => `, without ${name}`,
    assumed: (stack: string): string => `The description names no language: ${stack} is used`,
  },
  seen: (subject: string, value: string, file: string, line: number): string => `  ${subject}: ${value}  (${file}:${line})`,
} as const;

export type Messages = typeof en;
