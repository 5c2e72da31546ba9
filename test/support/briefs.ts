import type { AppBrief, Brief } from '../../lib/brief/brief.js';
import { parseBrief } from '../../lib/brief/schema.js';

/** The least that a brief may say. */
export const minimal = {
  project: { name: 'shop' },
  apps: [{ stack: 'node', commands: { start: ['node', 'server.js'] } }],
} as const;

type Input = Readonly<Record<string, unknown>>;

/** A checked brief: the minimal one with parts over it. */
export function briefOf(parts: Input = {}): Brief {
  return parseBrief({ ...minimal, ...parts }, 'test');
}

/** A checked brief of one app with parts over it. */
export function briefWithApp(app: Input, parts: Input = {}): Brief {
  return briefOf({ apps: [{ ...minimal.apps[0], ...app }], ...parts });
}

/** The only app of `briefWithApp`. */
export function appWith(app: Input, parts: Input = {}): AppBrief {
  return briefWithApp(app, parts).apps[0]!;
}

/** What the bundled example asks for: an app, a worker, a database and a cache. */
export const shop: Input = {
  project: { name: 'shop' },
  services: ['postgres', 'redis'],
  apps: [
    {
      stack: 'node',
      version: '24',
      health: '/healthz',
      commands: { start: ['node', 'src/server.js'], development: ['node', '--watch', 'src/server.js'], test: ['node', '--test'] },
      lockFile: 'package-lock.json',
      reads: ['PORT', 'DATABASE_URL', 'REDIS_URL', 'SESSION_SECRET', 'LOG_LEVEL'],
      variables: [
        { name: 'SESSION_SECRET', kind: 'generated-secret' },
        { name: 'STRIPE_API_KEY', kind: 'external-secret' },
        { name: 'LOG_LEVEL', kind: 'plain', example: 'info' },
      ],
      workers: [{ name: 'worker', command: ['node', 'src/worker.js'] }],
    },
  ],
};
