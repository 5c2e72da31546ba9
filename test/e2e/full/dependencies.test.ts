import assert from 'node:assert/strict';
import { describeOnEngine, succeed, waitFor } from '../../support/engine.js';
import { generate, type Project } from '../project.js';
import { reportFailures, type Stack } from '../stack.js';

describeOnEngine('full', 'a dependency that is added later', () => {
  let project: Project;
  let stack: Stack;
  before(async () => {
    project = await generate('shop');
    stack = project.development;
    await stack.compose('up', '--wait');
  });
  after(async () => await project?.remove());
  reportFailures(() => [stack]);

  const answersWith = async (answer: string): Promise<void> => {
    await waitFor(`the health route with ${answer}`, async () => (await stack.get('/healthz')).text.includes(answer), { within: 20_000 });
  };

  it('works after `up --build` when it was written into package.json by hand', async () => {
    project.edit('package.json', '"pg":', '"is-number": "7.0.0",\n    "pg":');
    project.edit('src/server.js', "import express from 'express';", "import express from 'express';\nimport isNumber from 'is-number';");
    project.edit('src/server.js', "{ status: 'ok' }", "{ status: 'ok', number: isNumber('7') }");
    await stack.compose('up', '--build', '--wait');
    await answersWith('"number":true');
    await stack.order('a lamp');
  });

  it('works after `up --build` when npm added it with its lock', async () => {
    await succeed('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit', '--no-fund', 'is-odd@3.0.1'], { cwd: project.folder });
    assert.match(project.read('package-lock.json'), /node_modules\/is-odd"/u);
    project.edit('src/server.js', "import express from 'express';", "import express from 'express';\nimport isOdd from 'is-odd';");
    project.edit('src/server.js', 'number: isNumber', 'odd: isOdd(3), number: isNumber');
    await stack.compose('up', '--build', '--wait');
    await answersWith('"odd":true');
  });

  it('is in the production image, too', async () => {
    await project.asOwner('sh', 'docker/secrets.sh');
    await project.production.compose('up', '--build', '--detach', '--wait');
    assert.match((await project.production.get('/healthz')).text, /"odd":true,"number":true/u);
  });
});
