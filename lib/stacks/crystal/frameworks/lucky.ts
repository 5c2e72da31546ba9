import type { Framework } from './framework.js';

export const lucky = {
  id: 'lucky',
  packages: ['lucky'],
  refines: [],
  environment: 'LUCKY_ENV',
  // luckyframework.org, deploying: tasks are compiled beside the server
  tasks: { file: 'tasks.cr', program: 'tasks', migration: 'db.migrate' },
} as const satisfies Framework;
