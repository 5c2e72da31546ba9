import type { Framework } from './framework.js';

export const yii = {
  id: 'yii',
  packages: ['yiisoft/yii2', 'yiisoft/yii', 'yiisoft/yii-http'],
  refines: [],
  documentRoot: 'web',
  defaultPort: 8080,
  migration: { command: ['php', 'yii', 'migrate', '--interactive=0'], package: 'yiisoft/yii2' },
  writable: ['runtime', 'web/assets'],
  environment: {
    development: { YII_ENV: 'dev', YII_DEBUG: '1' },
    test: { YII_ENV: 'test' },
    production: { YII_ENV: 'prod', YII_DEBUG: '0' },
  },
} as const satisfies Framework;
