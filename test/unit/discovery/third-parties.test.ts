import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { suggest } from '../../../lib/brief/suggest.js';
import { technologies } from '../../../lib/catalog/registry.js';
import { design } from '../../../lib/design/design.js';
import { memoryRepository } from '../../../lib/discovery/memory-repository.js';
import { discoveryReport } from '../../../lib/discovery/report.js';
import { scan } from '../../../lib/discovery/scan.js';
import { thirdParties } from '../../../lib/discovery/third-parties.js';
import { manual } from '../../../lib/render/manual.js';
import { stacks } from '../../../lib/stacks/registry.js';

const found = (files: Readonly<Record<string, string>>) => scan(memoryRepository(files), stacks, technologies);
const node = (dependencies: Readonly<Record<string, string>>, source = '') => ({
  'package.json': JSON.stringify({ name: 'shop', scripts: { start: 'node server.js' }, dependencies: { express: '5', ...dependencies } }),
  'server.js': `require('express')().listen(process.env.PORT); ${source}`,
});
const names = (files: Readonly<Record<string, string>>) => found(files).thirdParties.map(({ name }) => name);

describe('third parties', () => {
  it('are known once, by names that are no technology of the catalog', () => {
    const ids = thirdParties.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    assert.deepEqual(technologies.map(({ id }) => id as string).filter((id) => ids.includes(id)), []);
  });

  it('are seen in the packages of an app, with the line', () => {
    const { thirdParties: [stripe], services, apps } = found(node({ stripe: '18' }));
    assert.equal(stripe!.name, 'Stripe');
    assert.match(stripe!.evidence[0]!.quote, /"stripe":"18"/u);
    assert.deepEqual([services, apps[0]!.uses, apps[0]!.thirdParties], [[], [], ['Stripe']]);
  });

  const languages: readonly (readonly [string, Readonly<Record<string, string>>, string])[] = [
    ['Python', { 'requirements.txt': 'flask\nopenai==1.2\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }, 'OpenAI'],
    ['Ruby', { Gemfile: 'gem "sinatra"\ngem "twilio-ruby"\n', 'config.ru': 'run Sinatra::Application\n' }, 'Twilio'],
    ['PHP', { 'composer.json': '{"require": {"sentry/sentry": "^4"}}', 'public/index.php': '<?php echo 1;\n' }, 'Sentry'],
    ['Go, whatever the major version', { 'go.mod': 'module shop\n\ngo 1.25\n\nrequire github.com/stripe/stripe-go/v82 v82.0.0\n', 'main.go': 'package main\n\nimport (\n\t"net/http"\n\n\t"github.com/stripe/stripe-go/v82"\n)\n\nfunc main() {\n\tstripe.Key = "x"\n\thttp.ListenAndServe(":8080", nil)\n}\n' }, 'Stripe'],
  ];
  for (const [language, files, name] of languages) it(`are seen in ${language}`, () => assert.deepEqual(names(files), [name]));

  it('are seen by the keys that an app reads, and by no variable that only begins so', () => {
    assert.deepEqual(names(node({}, 'fetch("https://example.org", { headers: { key: process.env.DEEPL_AUTH_KEY } });')), ['DeepL']);
    assert.deepEqual(names(node({}, 'console.log(process.env.STRIPED_BACKGROUND, process.env.SLACKNESS_ID, process.env.HF);')), []);
  });

  it('are printed by discovery with the apps that call them', () => {
    assert.deepEqual(discoveryReport(found(node({ twilio: '5' })), 'monolith').thirdParties.map(({ name, apps }) => [name, apps]), [['Twilio', ['.']]]);
  });

  it('stand in the manual beside the services, and get their callers a way out where security is strict', () => {
    const brief = JSON.parse(JSON.stringify(suggest(found(node({ stripe: '18', pg: '8' }))))) as object;
    const strict = (change: object) => design(parseBrief({ ...brief, ...change, constraints: { security: 'strict' } }, 'test'));
    const architecture = strict({});
    assert.match(manual(architecture).content, /^\| `app` \| Stripe \(on the internet\) \| sync \|$/mu);
    assert.ok(architecture.services.find(({ name }) => name === 'app')!.networks.includes('egress'));
    const silent = JSON.parse(JSON.stringify(suggest(found(node({ pg: '8' }))))) as object;
    assert.ok(!strict(silent).services.find(({ name }) => name === 'app')!.networks.includes('egress'));
  });

  it('of which one is no name are refused', () => assert.throws(() => parseBrief({ apps: [{ name: 'a', path: '.', stack: 'node', commands: { start: ['node', 's.js'] }, thirdParties: ['x\ny'] }] }, 'test'), /a short name/u));
});
