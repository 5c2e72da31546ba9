import { UserError } from '../diagnostics.js';
import type { AppBrief, Brief, WorkerBrief } from './brief.js';
import { parseBrief } from './schema.js';
import { patternOfParts } from './shape.js';

function refuse(code: string, message: string, help: string): never {
  throw new UserError({ code, severity: 'error', message, help });
}

/** The app that a flag speaks of: the one that is named, or the only one. */
export function appNamed({ apps }: Brief, name: string | undefined): AppBrief {
  const names = apps.map((app) => app.name).join(', ');
  if (name === undefined) {
    const [only, another] = apps;
    if (only === undefined || another !== undefined) refuse('app-missing', `there are several apps: ${names}`, 'Say which one is meant with --app NAME');
    return only;
  }
  return apps.find((app) => app.name === name) ?? refuse('app-missing', `--app ${name}: there is no such app`, `Choose one of ${names}`);
}

/** The brief with one more worker, which uses what its app uses. Throws a UserError for a name that cannot be or is taken. */
export function addWorker(brief: Brief, app: AppBrief, worker: Omit<WorkerBrief, 'uses'>): Brief {
  const apps = brief.apps.map((each) => (each === app ? { ...each, workers: [...each.workers, { ...worker, uses: app.uses }] } : each));
  // a pattern without workers is left for the simplest one that has them
  const pattern = brief.apps.every(({ workers }) => workers.length === 0) ? patternOfParts({ ...brief, apps }) : brief.pattern;
  return parseBrief({ ...brief, apps, pattern }, `worker ${worker.name}`);
}
