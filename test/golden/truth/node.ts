import type { AppTruth, ImageTruth } from './truth.js';

const common = { path: '.', language: 'javascript', packageManager: 'npm', version: '26' } as const;
/** Vite's own server: a port that is taken is an error, not the next one. */
const vite = ['vite', '--host', '0.0.0.0', '--strictPort', '--port'] as const;

/** Files for browsers: nginx serves them in production, the framework's own server in development, both on the port its documents name. */
function files(frameworks: readonly string[], port: number, build: readonly string[], development: readonly string[], more: Partial<AppTruth> = {}): readonly AppTruth[] {
  return [{ ...common, role: 'static', frameworks, port, build, development, ...more }];
}

function server(frameworks: readonly string[], port: number, start: readonly string[], development: readonly string[], more: Partial<AppTruth> = {}): readonly AppTruth[] {
  return [{ ...common, role: 'web', frameworks, port, start, development, ...more }];
}

/** A program of the project's own in src/server.js. */
function program(framework: string, more: Partial<AppTruth> = {}, port = 3000): readonly AppTruth[] {
  return server([framework], port, ['node', 'src/server.js'], ['node', '--watch', 'src/server.js'], more);
}

const host = { HOST: '0.0.0.0' } as const;
const health = '/healthz';

/** Node 26 is the newest line that is supported; what declares another one says so. */
export const nodeTruth: ImageTruth = {
  // production's root is read-only: the variable puts the database on a volume, what people send lies on another
  'node-sqlite': server([], 3000, ['node', 'server.js'], ['node', '--watch', 'server.js'], {
    health, environment: { DATABASE_PATH: '/data/guestbook.db' }, data: { '/data': 'app_data', '/app/uploads': 'app_uploads' },
  }),
  'node-nextjs': server(['nextjs'], 3000, ['node', 'server.js'], ['next', 'dev', '-H', '0.0.0.0', '-p', '3000'], { version: '24', build: ['next', 'build'], environment: { HOSTNAME: '0.0.0.0' } }),
  'node-nextjs-export': files(['nextjs'], 3000, ['next', 'build'], ['next', 'dev', '-H', '0.0.0.0', '-p', '3000'], { version: '24' }),
  'node-nuxt': server(['nuxt'], 3000, ['node', '.output/server/index.mjs'], ['nuxt', 'dev', '--host', '0.0.0.0', '--port', '3000'], { language: 'typescript', build: ['nuxt', 'build'], environment: host }),
  'node-vite-react': files(['react'], 5173, ['vite', 'build'], [...vite, '5173']),
  'node-vite-vue': files(['vue'], 5173, ['vite', 'build'], [...vite, '5173']),
  'node-vite-svelte': files(['svelte'], 5173, ['vite', 'build'], [...vite, '5173']),
  'node-preact': files(['preact'], 5173, ['vite', 'build'], [...vite, '5173']),
  'node-sveltekit': server(['sveltekit'], 3000, ['node', 'build'], ['vite', 'dev', '--host', '0.0.0.0', '--strictPort', '--port', '3000'], { build: ['vite', 'build'], environment: host }),
  'node-sveltekit-static': files(['sveltekit'], 5173, ['vite', 'build'], ['vite', 'dev', '--host', '0.0.0.0', '--strictPort', '--port', '5173']),
  'node-react-router': server(['react-router'], 3000, ['react-router-serve', './build/server/index.js'], ['react-router', 'dev', '--host', '0.0.0.0', '--strictPort', '--port', '3000'], { build: ['react-router', 'build'], environment: host }),
  'node-remix': server(['remix'], 3000, ['remix-serve', './build/server/index.js'], ['remix', 'vite:dev', '--host', '0.0.0.0', '--strictPort', '--port', '3000'], { build: ['remix', 'vite:build'], environment: host }),
  'node-astro': files(['astro'], 4321, ['astro', 'build'], ['astro', 'dev', '--host', '0.0.0.0', '--port', '4321']),
  'node-astro-server': server(['astro'], 4321, ['node', './dist/server/entry.mjs'], ['astro', 'dev', '--host', '0.0.0.0', '--port', '4321'], { build: ['astro', 'build'], environment: host }),
  'node-angular': files(['angular'], 4200, ['ng', 'build'], ['ng', 'serve', '--host', '0.0.0.0', '--port', '4200'], { language: 'typescript' }),
  'node-gatsby': files(['gatsby'], 8000, ['gatsby', 'build'], ['gatsby', 'develop', '--host', '0.0.0.0', '--port', '8000']),
  'node-docusaurus': files(['docusaurus'], 3000, ['docusaurus', 'build'], ['docusaurus', 'start', '--host', '0.0.0.0', '--no-open', '--port', '3000']),
  'node-eleventy': files(['eleventy'], 8080, ['eleventy'], ['eleventy', '--serve', '--port', '8080']),
  'node-solid-start': server(['solid-start'], 3000, ['node', '.output/server/index.mjs'], ['vinxi', 'dev', '--host', '0.0.0.0', '--port', '3000'], { build: ['vinxi', 'build'], environment: host }),
  'node-express': program('express', { health }),
  'node-koa': program('koa'),
  'node-hono': program('hono', { health }),
  'node-hapi': program('hapi'),
  'node-polka': program('polka', { health }),
  // restify 11 stops at Node 22
  'node-restify': program('restify', { version: '22', health }),
  'node-feathers': program('feathers', {}, 3030),
};
