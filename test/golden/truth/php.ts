import type { ImageTruth } from './truth.js';

const apache = ['apache2', '-D', 'FOREGROUND', '-f', '/etc/apache2/app.conf'];
const app = { path: '.', role: 'web', language: 'php', packageManager: 'composer', start: apache } as const;

/** Ports are what the project says, else 8000 for Laravel and Symfony and 8080 elsewhere; Apache answers everywhere in production. */
export const phpTruth: ImageTruth = {
  'php-plain': [{ ...app, frameworks: [], version: '8.5', port: 8081, development: ['php', '-S', '0.0.0.0:8081', '-t', 'public'] }],
};
