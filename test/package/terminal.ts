import { spawn, spawnSync } from 'node:child_process';
import { installation } from './installation.js';

/** What a person does: waits until something is on the screen, then presses keys. */
export interface Step {
  readonly see: string;
  readonly press: string;
}

export const enter = '\r';
export const ctrlC = '\u0003';

/** `script` of util-linux gives a program a terminal; that of other systems takes other flags. */
export const hasTerminal = (): boolean => spawnSync('script', ['-qec', 'true', '/dev/null'], { stdio: 'ignore' }).status === 0;

export interface Dialogue {
  readonly status: number;
  readonly screen: string;
  /** Steps that were done. */
  readonly steps: number;
}

const quoted = (word: string): string => `'${word.replaceAll("'", String.raw`'\''`)}'`;
// oxlint-disable-next-line no-control-regex -- what a terminal is told about colours and places of the cursor
const controls = /\u001B\[[0-9;?]*[A-Za-z]|\r/gu;

/** Runs a program of Node's in a terminal of 120 columns. Ends when the program does, whether all steps were done or not. */
export function dialogue(argv: readonly string[], cwd: string, steps: readonly Step[]): Promise<Dialogue> {
  const command = `stty cols 120 rows 50; exec ${[process.execPath, ...argv].map(quoted).join(' ')}`;
  const child = spawn('script', ['-qefc', command, '/dev/null'], { cwd, env: { ...installation().environment, TERM: 'xterm', SHELL: '/bin/sh' } });
  let screen = '';
  let unread = '';
  let done = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
    unread += text.replaceAll(controls, '');
    const step = steps[done];
    if (step === undefined || !unread.includes(step.see)) return;
    unread = '';
    done += 1;
    child.stdin.write(step.press);
  });
  const impatience = setTimeout(() => child.kill('SIGKILL'), 20_000);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(impatience);
      resolve({ status: code ?? -1, screen, steps: done });
    });
  });
}
