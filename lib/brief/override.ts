import { UserError } from '../diagnostics.js';
import type { Argv } from '../discovery/findings.js';
import { appNamed } from './add-worker.js';
import type { Brief } from './brief.js';

/** What a person says on the command line about one app. */
export interface Override {
  /** The app that is meant; the only one where it is not said. */
  readonly app?: string | undefined;
  readonly port?: string | undefined;
  readonly start?: Argv | undefined;
}

/** The brief with what was said on the command line, before everything that was found. Throws a UserError for a port that is none and for an app that is not there. */
export function override(brief: Brief, { app: name, port, start }: Override): Brief {
  if (port === undefined && start === undefined) return brief;
  if (port !== undefined && (!/^\d{1,5}$/u.test(port) || Number(port) < 1 || Number(port) > 65_535)) {
    throw new UserError({ code: 'flag-invalid', severity: 'error', message: `--port ${port}: a port is a number from 1 to 65535`, help: 'Write --port 3000, the port that the app listens on' });
  }
  const app = appNamed(brief, name);
  const { development } = app.commands;
  // a development command of its own stays
  const isOwn = development.length > 0 && development !== app.commands.start;
  const changed = {
    ...app,
    ...(port === undefined ? {} : { port: Number(port) }),
    ...(start === undefined ? {} : { commands: { ...app.commands, start, development: isOwn ? development : start } }),
  };
  return { ...brief, apps: brief.apps.map((each) => (each === app ? changed : each)) };
}
