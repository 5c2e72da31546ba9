import assert from 'node:assert/strict';
import { appOf, codes, discovered, manifest, values } from './discovered.js';

const found = (dependencies: object, devDependencies: object = {}): readonly string[] => values(appOf({ 'package.json': manifest({ scripts: { start: 'node server.js' }, dependencies, devDependencies }), 'server.js': 'require("http").createServer().listen(3000);\n' }).framework);

describe('frameworks of an app', () => {
  it('names the one that builds before the library it stands on', () => assert.equal(found({ next: '16', react: '19' })[0], 'nextjs'));
  it('takes what only builds from the development dependencies', () => assert.deepEqual(found({}, { '@sveltejs/kit': '3', svelte: '5', vite: '8' }), ['sveltekit']));
  it('takes a server from the runtime dependencies only', () => assert.deepEqual(found({}, { express: '5' }), []));
  it('counts a library of pages only where a bundler builds it', () => {
    assert.deepEqual(found({ react: '19' }), []);
    assert.deepEqual(found({ react: '19' }, { vite: '8' }), ['react']);
  });
});

describe('what a framework makes of an app', () => {
  const kit = (adapter: string): Readonly<Record<string, string>> => ({
    'package.json': manifest({ scripts: { dev: 'vite dev --open', build: 'vite build' }, devDependencies: { '@sveltejs/kit': '3', [adapter]: '6', vite: '8' } }),
    'src/app.html': '<html></html>\n',
    'src/hooks.js': 'export const handle = 1;\n',
  });
  it('reports a build that leaves no server', () => assert.ok(codes(discovered(kit('@sveltejs/adapter-auto'))).includes('framework-builds-no-server')));

  const role = (files: Readonly<Record<string, string>>, packages: object, build: string): string => appOf({ 'package.json': manifest({ scripts: { build }, dependencies: packages }), 'server.js': '', 'app/root.jsx': 'export default 1;\n', ...files }).role;
  const router = { '@react-router/dev': '8', '@react-router/serve': '8', react: '19' };
  it('takes React Router without a server for files', () => {
    assert.equal(role({ 'react-router.config.ts': 'export default {\n  ssr: false,\n} satisfies Config;\n' }, router, 'react-router build'), 'static');
    assert.equal(role({ 'react-router.config.ts': 'export default { ssr: false };\n' }, router, 'react-router build'), 'static');
    assert.equal(role({ 'react-router.config.ts': 'export default {\n  // ssr: false would make files\n  ssr: true,\n};\n' }, router, 'react-router build'), 'web');
  });
  it('takes Nuxt that renders before it is served for files', () => {
    assert.equal(role({}, { nuxt: '4' }, 'nuxt generate'), 'static');
    assert.equal(role({}, { nuxt: '4' }, 'nuxt build --prerender'), 'static');
    assert.equal(role({ 'nuxt.config.ts': "export default defineNuxtConfig({ routeRules: { '/admin/**': { ssr: false } } })\n" }, { nuxt: '4' }, 'nuxt build'), 'web');
  });
});
