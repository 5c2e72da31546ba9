import assert from 'node:assert/strict';
import { request, type IncomingHttpHeaders } from 'node:http';
import { describeOnEngine, docker, measure, waitFor } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

interface Echo {
  readonly headers: IncomingHttpHeaders;
  readonly bytes: number;
}

const mebibyte = 1024 * 1024;

/** A client beside nginx on its network: prints its own address, as nginx sees it, and what the app was asked. */
const client = `
require('node:http').get({ host: 'nginx', port: 8080, agent: false, headers: JSON.parse(process.argv[1]) }, (response) => {
  const address = response.socket.localAddress;
  let text = '';
  response.on('data', (chunk) => { text += chunk; }).on('end', () => console.log(JSON.stringify({ address, echo: JSON.parse(text) })));
});`;

describeOnEngine('full', 'nginx in front of an app without services', () => {
  let project: Project;
  let stack: Stack;
  let image: string;
  before(async () => {
    project = await generate('echo');
    stack = project.production;
    await project.asOwner('sh', 'docker/secrets.sh');
    await stack.compose('up', '--build', '--detach', '--wait');
    image = (await stack.container('app')).Image;
  });
  after(async () => {
    await docker('rm', '-f', `${project?.name}-other`);
    await project?.remove();
  });
  reportFailures(() => [stack]);

  const post = async (bytes: number): Promise<{ status: number; text: string }> =>
    await new Promise((resolve, reject) => {
      let answered = false;
      const upload = request(`${stack.url}/`, { method: 'POST', agent: false, headers: { 'content-length': bytes } }, (response) => {
        answered = true;
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('error', reject).on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      // nginx may hang up on what is too large before all of it is sent
      upload.on('error', (error) => {
        if (!answered) reject(error);
      });
      upload.end(Buffer.alloc(bytes, 'x'));
    });

  it('has a configuration that nginx itself accepts', async () => {
    const nginx = await stack.container('nginx');
    await docker('run', '--rm', '--read-only', '--tmpfs=/tmp:uid=101,gid=101', '--cap-drop=ALL', nginx.Image, 'nginx', '-t');
  });

  it('tells the app the client that it saw, not the one that a client claims', async () => {
    const network = `${stack.name}_frontend`;
    const forged = { 'x-forwarded-for': '6.6.6.6', 'x-real-ip': '6.6.6.6', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example', host: 'shop.example:8443' };
    const output = await docker('run', '--rm', `--network=${network}`, '--entrypoint=node', image, '-e', client, JSON.stringify(forged));
    const { address, echo } = JSON.parse(output) as { address: string; echo: Echo };
    assert.equal(echo.headers['x-forwarded-for'], address);
    assert.equal(echo.headers['x-real-ip'], address);
    assert.equal(echo.headers['x-forwarded-proto'], 'http');
    assert.equal(echo.headers['x-forwarded-host'], 'shop.example:8443');
    assert.equal(echo.headers.host, 'shop.example:8443');
    assert.doesNotMatch(output, /6\.6\.6\.6|evil/u);
  });

  it('passes the host with its port on', async () => {
    const { headers } = JSON.parse((await stack.get('/')).text) as Echo;
    assert.equal(headers.host, `127.0.0.1:${stack.port}`);
  });

  it('takes a body of 9 MiB and refuses one of 11 MiB', async () => {
    const { status, text } = await post(9 * mebibyte);
    assert.equal(status, 200);
    assert.equal((JSON.parse(text) as Echo).bytes, 9 * mebibyte);
    assert.equal((await post(11 * mebibyte)).status, 413);
  });

  it('lets a WebSocket through', async () => {
    const echoed = await new Promise<string>((resolve, reject) => {
      const handshake = request(`${stack.url}/`, { headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' } });
      handshake.on('error', reject);
      handshake.on('response', ({ statusCode }) => reject(new Error(`status ${statusCode} instead of 101`)));
      handshake.on('upgrade', ({ statusCode }, socket) => {
        assert.equal(statusCode, 101);
        socket.setTimeout(10_000, () => reject(new Error('nothing came back'))).on('error', reject);
        socket.once('data', (bytes: Buffer) => {
          socket.destroy();
          resolve(bytes.toString());
        });
        socket.write('ping');
      });
      handshake.end();
    });
    assert.equal(echoed, 'ping');
  });

  it('answers within ten seconds of the app coming back with another address', async () => {
    const before = await stack.address('app', `${stack.name}_frontend`);
    const nginx = await stack.container('nginx');
    await stack.compose('stop', 'app');
    const stranger = "require('node:http').createServer((_, response) => response.end('somebody else')).listen(3000)";
    // takes the address that the app has given up
    await docker('run', '-d', '--name', `${project.name}-other`, '--init', `--network=${stack.name}_frontend`, `--ip=${before}`, '--entrypoint=node', image, '-e', stranger).catch(
      async () => await docker('run', '-d', '--name', `${project.name}-other`, '--init', `--network=${stack.name}_frontend`, '--entrypoint=node', image, '-e', stranger),
    );
    await stack.compose('start', 'app');
    assert.notEqual(await stack.address('app', `${stack.name}_frontend`), before, 'the app has another address');
    const took = await measure(async () => await waitFor('the app through nginx', async () => (await stack.get('/', 2000)).text.includes('"headers"'), { within: 10_000, every: 100 }));
    assert.ok(took <= 10_500, `${took} ms`);
    assert.deepEqual((await stack.container('nginx')).State, { ...nginx.State, Health: (await stack.container('nginx')).State.Health }, 'nobody touched nginx');
  });
});
