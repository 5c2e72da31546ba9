// What each entry of the catalog becomes in the compose files of development and production, for a project that uses it alone.
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stringify } from 'yaml';
import { parseBrief } from '../../lib/brief/schema.js';
import { technologies } from '../../lib/catalog/registry.js';
import type { Technology } from '../../lib/catalog/technology.js';
import type { OutputFile } from '../../lib/render/output-file.js';
import { design } from '../../lib/design/design.js';
import type { Architecture } from '../../lib/design/architecture.js';
import { blueprint } from '../support/blueprint.js';
import { mergedCompose } from '../support/compose.js';
import { configuration, hasCompose } from '../support/compose-config.js';
import { temporaryFolder } from '../support/folders.js';

const writing = process.env['GOLDEN'] === 'write';
const overlays = { development: 'docker-compose.override.yml', ci: 'docker-compose.ci.yml', production: 'docker-compose.prod.yml' } as const;
const folder = fileURLToPath(new URL('services', import.meta.url));

/** Every entry, and every image of one with something more inside. */
const instances = (technologies as readonly Technology[]).flatMap((technology) => [{ id: technology.id, technology }, ...Object.keys(technology.variants ?? {}).map((id) => ({ id, technology }))]);

function designOf(id: string, { id: key }: Technology): Architecture {
  const app = { name: 'app', stack: 'node', path: '.', commands: { start: ['node', 'server.js'] }, uses: [key] };
  return design(parseBrief({ project: { name: 'shop' }, services: [id], apps: [app], ci: { provider: 'none' } }, id));
}

const servicesOf = (files: readonly OutputFile[], environment: keyof typeof overlays) => mergedCompose(files, overlays[environment])['services'] as Readonly<Record<string, { readonly ports?: readonly string[] }>>;

/** The service and what is made for it, as one text. */
function shown(architecture: Architecture, { id: key }: Technology): string {
  const written = blueprint(architecture);
  const service = architecture.services.find(({ technology, tier }) => technology === key && tier === 'data')!;
  const of = (environment: 'development' | 'production') => (service.only?.includes(environment) === false ? {} : { [environment]: servicesOf(written, environment)[service.name] });
  return stringify({
    ...of('development'),
    ...of('production'),
    files: Object.fromEntries(architecture.configuration.map(({ path, content }) => [path, content])),
    operations: architecture.operations.map(({ backup, restore }) => ({ backup, restore })),
  }, { lineWidth: 0 });
}

describe('services of the catalog', () => {
  it('have a golden file each, and no other is there', () => {
    if (writing) return;
    assert.deepEqual(readdirSync(folder).toSorted(), instances.map(({ id }) => `${id}.yml`).toSorted());
  });

  for (const { id, technology } of instances) {
    it(`${id} is written as before`, () => {
      const text = shown(designOf(id, technology), technology);
      const file = join(folder, `${id}.yml`);
      if (writing) {
        mkdirSync(folder, { recursive: true });
        writeFileSync(file, text);
      }
      assert.ok(existsSync(file), `${file} is missing: GOLDEN=write npm run test:golden makes it`);
      assert.equal(text, readFileSync(file, 'utf8'));
    });

    it(`${id} publishes nothing in production`, () => {
      const services = Object.values(servicesOf(blueprint(designOf(id, technology)), 'production'));
      // the proxy is who answers
      assert.deepEqual(services.flatMap(({ ports = [] }) => ports).filter((port) => !port.includes('HTTP_PORT')), []);
    });
  }

  it('are valid to Compose itself, all of them, in every environment', function () {
    if (!hasCompose()) this.skip();
    const services = instances.map(({ id, technology }) => ({ technology: technology.id, ...(id === technology.id ? {} : { variant: id }), name: `${id}-x` }));
    const app = { name: 'app', stack: 'node', path: '.', commands: { start: ['node', 'server.js'] }, uses: services.map(({ name }) => name) };
    const written = blueprint(design(parseBrief({ project: { name: 'shop' }, services, apps: [app], ci: { provider: 'none' } }, 'all')));
    const project = temporaryFolder(Object.fromEntries(written.map(({ path, content }) => [path, content])));
    for (const overlay of Object.values(overlays)) assert.ok(Object.keys(configuration(project, overlay).services).length > 1, overlay);
  });
});
