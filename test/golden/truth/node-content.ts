import type { ImageTruth } from './truth.js';

const common = { path: '.', role: 'web', language: 'typescript', packageManager: 'npm', version: '26' } as const;

/** Frameworks for content and for services with a shape of their own: commands, ports and health routes as their own documents have them. */
export const nodeContent: ImageTruth = {
  // vitepress.dev, "Getting Started": the site lies in docs/, and so does what the build leaves
  'node-vitepress': [{
    ...common,
    role: 'static',
    language: 'javascript',
    frameworks: ['vitepress'],
    port: 5173,
    build: ['vitepress', 'build', 'docs'],
    development: ['vitepress', 'dev', 'docs', '--host', '0.0.0.0', '--strictPort', '--port', '5173'],
  }],
  // docs.strapi.io: `strapi start` serves what `strapi build` made; engines stop at Node 24
  'node-strapi': [{
    ...common,
    frameworks: ['strapi'],
    version: '24',
    port: 1337,
    health: '/_health',
    build: ['strapi', 'build'],
    start: ['strapi', 'start'],
    development: ['strapi', 'develop'],
    environment: { PORT: '1337' },
    // uploads lie in public/uploads
    data: { '/app/public/uploads': 'app_public_uploads' },
    uses: ['postgres'],
  }],
  // payloadcms.com, "Production deployment": an app of Next.js, served by its standalone output
  'node-payload': [{
    ...common,
    frameworks: ['payload', 'nextjs'],
    packageManager: 'pnpm',
    port: 3000,
    build: ['env', 'NODE_OPTIONS=--no-deprecation --max-old-space-size=8000', 'next', 'build'],
    start: ['node', 'server.js'],
    development: ['env', 'NODE_OPTIONS=--no-deprecation', 'next', 'dev', '-H', '0.0.0.0', '-p', '3000'],
    environment: { HOSTNAME: '0.0.0.0', PORT: '3000' },
    uses: ['postgres'],
  }],
  // docs.adonisjs.com, "Deployment": production runs bin/server.js of the folder build/, and the environment must have HOST
  'node-adonisjs': [{
    ...common,
    frameworks: ['adonisjs'],
    port: 3333,
    health: '/health',
    build: ['node', 'ace', 'build'],
    start: ['node', 'build/bin/server.js'],
    development: ['node', 'ace', 'serve', '--hmr'],
    environment: { HOST: '0.0.0.0', PORT: '3333' },
  }],
  // elysiajs.com, "Quick start": Bun runs the source
  'node-elysia': [{
    ...common,
    frameworks: ['elysia'],
    packageManager: 'bun',
    port: 3000,
    health: '/health',
    start: ['bun', 'src/index.ts'],
    development: ['bun', 'run', '--watch', 'src/index.ts'],
  }],
  // keystonejs.com, "Command line"
  'node-keystone': [{
    ...common,
    frameworks: ['keystone'],
    port: 3000,
    build: ['keystone', 'build'],
    start: ['keystone', 'start'],
    development: ['keystone', 'dev'],
    uses: ['postgres'],
  }],
  // loopback.io, "Deploying": `node .`, because source-map-support is there in development only; nothing but the compiler watches
  'node-loopback': [{
    ...common,
    frameworks: ['loopback'],
    version: '24',
    port: 3000,
    health: '/ping',
    build: ['lb-tsc'],
    start: ['node', '.'],
    development: ['sh', '-c', 'lb-tsc; lb-tsc --watch --preserveWatchOutput & exec node --watch -r source-map-support/register .'],
    environment: { PORT: '3000' },
  }],
  // the template of solidjs.com sets the port of Vite
  'node-solid': [{
    ...common,
    role: 'static',
    language: 'javascript',
    frameworks: ['solid'],
    port: 3000,
    build: ['vite', 'build'],
    development: ['vite', '--host', '0.0.0.0', '--strictPort', '--port', '3000'],
  }],
};
