import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { connectFrom, describeOnEngine, measure, waitFor } from '../../support/engine.js';
import { tryConnect } from '../host.js';
import { matrix } from '../isolation.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

describeOnEngine('smoke', 'development of a fresh copy', () => {
  let project: Project;
  let stack: Stack;
  before(async () => {
    project = await generate('shop');
    stack = project.development;
    assert.ok(!existsSync(join(project.folder, '.env')) && !existsSync(join(project.folder, 'node_modules')), 'the copy is fresh');
    await stack.compose('up', '--wait');
  });
  after(async () => await project?.remove());
  reportFailures(() => [stack]);

  it('is up, with the migration done and every service healthy, with nothing prepared', async () => {
    assert.deepEqual(await stack.health(), { app: 'healthy', db: 'healthy', migrate: 'done', nginx: 'healthy', redis: 'healthy', worker: 'healthy' });
  });

  it('serves the page through nginx', async () => {
    const { status, text } = await stack.get('/');
    assert.equal(status, 200);
    assert.match(text, /The shop is open/u);
  });

  it('has the worker do a job that was ordered over HTTP', async () => {
    assert.match(await stack.order('a lamp'), /^[\da-f-]{36}$/u);
    assert.match(await stack.compose('logs', '--no-color', 'worker'), /order [\da-f-]{36} confirmed/u);
  });

  it('serves a changed line of the source within five seconds, without a rebuild', async () => {
    const before = (await stack.container('app')).Id;
    project.edit('public/index.html', 'The shop is open', 'The shop is closed');
    await waitFor('the changed page', async () => (await stack.get('/')).text.includes('The shop is closed'), { within: 5000, every: 100 });
    assert.doesNotMatch((await stack.get('/healthz')).text, /edited/u);
    project.edit('src/server.js', "{ status: 'ok' }", "{ status: 'ok', edited: true }");
    await waitFor('the changed answer', async () => (await stack.get('/healthz')).text.includes('"edited":true'), { within: 5000, every: 100 });
    assert.equal((await stack.container('app')).Id, before, 'the same container');
  });

  it('reloads the worker when its source changes', async () => {
    project.edit('src/worker.js', "'confirmed']", "'confirmed twice']");
    await waitFor('an order that the changed worker confirms', async () => {
      const response = await fetch(`${stack.url}/orders`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"item":"x"}' });
      const { id } = (await response.json()) as { id: string };
      return await waitFor('its status', async () => (await stack.orderStatus(id)) !== 'received' && (await stack.orderStatus(id)) === 'confirmed twice', { within: 1000 });
    }, { within: 15_000 });
  });

  it('leaves what containers write in the source to the owner of the source', async () => {
    const owner = project.owner();
    project.edit('src/server.js', "import express from 'express';", "import express from 'express';\nimport { writeFileSync } from 'node:fs';\nwriteFileSync('written-by-app.txt', 'x');");
    await waitFor('the file of the app', async () => existsSync(join(project.folder, 'written-by-app.txt')), { within: 10_000 });
    await stack.compose('run', '--rm', '-T', '--no-deps', 'app', 'node', '-e', "require('node:fs').writeFileSync('written-by-run.txt', 'x')");
    // the last one is made by the engine, as the mount point of the volume
    for (const path of ['written-by-app.txt', 'written-by-run.txt', 'node_modules']) assert.equal(project.owner(path), owner, path);
    await stack.waitUntilHealthy();
  });

  it('publishes its ports to this machine only', async () => {
    const published = Object.values(await stack.containers()).flatMap(({ NetworkSettings }) => Object.values(NetworkSettings.Ports).flatMap((bindings) => bindings ?? []));
    assert.ok(published.length >= 3, 'nginx, db and redis publish one each');
    assert.deepEqual([...new Set(published.map(({ HostIp }) => HostIp))], ['127.0.0.1']);
    const ports = published.map(({ HostPort }) => Number(HostPort));
    const outside = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []).filter(({ family, internal }) => family === 'IPv4' && !internal);
    for (const port of ports) assert.equal(await tryConnect('127.0.0.1', port), 'open', `127.0.0.1:${port}`);
    for (const { address } of outside) for (const port of ports) assert.equal(await tryConnect(address, port), 'closed', `${address}:${port}`);
  });

  it('connects exactly the services that the document puts on one network', async () => {
    const { found, documented } = await matrix(project, stack);
    assert.deepEqual(found, documented);
    assert.equal(found['nginx -> app'], 'open');
    for (const store of ['db', 'redis']) {
      assert.equal(found[`nginx -> ${store}`], 'closed');
      assert.equal(found[`app -> ${store}`], 'open');
    }
  });

  it('keeps nginx from the data services by the ports that they publish, too', async () => {
    const { app, nginx, migrate: _done, ...others } = await stack.containers();
    assert.ok(app !== undefined && nginx !== undefined);
    const published = Object.entries(others).flatMap(([service, { NetworkSettings }]) =>
      Object.values(NetworkSettings.Ports).flatMap((bindings) => (bindings ?? []).map(({ HostPort }) => [service, Number(HostPort)] as const)),
    );
    assert.deepEqual(published.map(([service]) => service).toSorted(), ['db', 'redis']);
    const gateways = Object.values(nginx.NetworkSettings.Networks).map(({ Gateway }) => Gateway);
    const answers = await connectFrom(app.Image, nginx.Id, [
      ['app', await stack.address('app', `${stack.name}_frontend`), 3000],
      ...gateways.flatMap((gateway) => published.map(([service, port]) => [`${service} by ${gateway}`, gateway, port] as const)),
    ]);
    assert.deepEqual(Object.entries(answers).filter(([, answer]) => answer === 'open'), [['app', 'open']]);
    assert.equal(Object.keys(answers).length, 1 + 2 * gateways.length);
  });

  it('stops within fifteen seconds', async () => {
    const took = await measure(async () => await stack.compose('down'));
    assert.ok(took < 15_000, `down took ${took} ms`);
    assert.deepEqual(await stack.containers(), {});
  });
});
