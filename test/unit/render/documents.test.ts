import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { design } from '../../../lib/design/design.js';
import { dockerignore, environmentExample, gitattributes, gitignore } from '../../../lib/render/line-files.js';
import { manual } from '../../../lib/render/manual.js';
import { planJson, planText } from '../../../lib/render/plan.js';
import { secretsScript } from '../../../lib/render/secrets-script.js';
import { edges, mermaid, topologyText } from '../../../lib/render/topology.js';
import { dependabot, workflow } from '../../../lib/render/workflow.js';
import { briefOf, briefWithApp, shop } from '../../support/briefs.js';
import { temporaryFolder, writeTree } from '../../support/folders.js';

const architecture = design(briefOf(shop));
const single = design(briefOf());

describe('topology', () => {
  it('is who calls whom', () => {
    assert.deepEqual(edges(architecture).map(({ from, to }) => `${from} ${to}`), ['nginx app', 'app db', 'app redis', 'worker db', 'worker redis']);
  });
  it('is a tree for a terminal, with the networks of each service', () => {
    const text = topologyText(architecture);
    assert.match(text, /nginx :8080 .*\(frontend\)\n.*app :3000 .*\(frontend, backend, data\)\n.*db :5432 .*\(data\)/u);
    assert.match(text, /^ *worker .*\(backend, data\)$/mu);
  });
  it('is a Mermaid diagram whose ids are no words of Mermaid', () => {
    const drawn = mermaid(design(briefWithApp({ name: 'end' })));
    assert.match(drawn, /s_nginx --> s_end/u);
    assert.doesNotMatch(drawn, /--> end$/mu);
  });
});

describe('plan', () => {
  const decisions = [{ path: 'a', action: 'create', content: '', proposal: '', details: [], executable: false }, { path: 'b', action: 'conflict', content: '', proposal: '', details: [], executable: false }] as const;
  it('shows topology, files and decisions', () => {
    const text = planText(architecture, decisions);
    assert.match(text, /^shop: Standard web application\n[^]*nginx[^]*Files\n {2}create +a\n {2}conflict +b\n[^]*Decisions\n/u);
    for (const { title } of architecture.decisions) assert.ok(text.includes(title), title);
  });
  it('ends with the review in short: numbers, and every item that does not pass', () => {
    const lines = planText(architecture, decisions).split('\n');
    const start = lines.findIndex((line) => line.startsWith('Checklist: '));
    assert.equal(lines[start], 'Checklist: 18 pass, 1 fail, 1 not applicable; no anti-pattern found');
    assert.deepEqual(lines.slice(start + 1).map((line) => /^ {2}(.+?) {2,}(.+?): /u.exec(line)?.slice(1)), [['not applicable', 'Central logging'], ['fail', 'Hot reload']]);
  });
  it('names a mistake with its remedy', () => {
    const text = planText(design(briefOf({ pattern: 'web' })), decisions);
    assert.match(text, /; 1 anti-pattern found\n[^]*^ {2}anti-pattern +Over-engineered MVP: .+\. Start simple, and grow/mu);
  });
  it('is a JSON document for a program', () => {
    assert.deepEqual((JSON.parse(planJson(architecture, decisions)) as { files: unknown }).files, [{ path: 'a', action: 'create' }, { path: 'b', action: 'conflict' }]);
  });
});

describe('the manual', () => {
  const text = manual(architecture).content;
  it('has its chapters in order', () => {
    const titles = [...text.matchAll(/^#{1,2} (.+)$/gmu)].map((match) => match[1]);
    assert.deepEqual(titles, ['Docker architecture - shop', 'Overview', 'Services', 'Networks', 'Communication', 'Volumes', 'Commands', 'Resources', 'Decisions', 'Checklist']);
    for (const chapter of ['Development', 'Production', 'Rollback', 'Logs', 'Database backup']) assert.match(text, new RegExp(`^### ${chapter}$`, 'mu'));
  });
  it('lists every service, network, volume and limit in tables', () => {
    for (const row of [/^\| `db` \| `postgres:.*` \| 5432 \| - \|$/mu, /^\| `data` \| .*`db`.* \|$/mu, /^\| `postgres_data` \| `db` \| .* \|$/mu, /^\| `worker` \| 1 \| 512 MiB \|$/mu]) assert.match(text, row);
  });
  it('leaves out what the project has not', () => {
    const bare = manual(design(briefOf({ environments: [] }))).content;
    for (const chapter of ['Production', 'Rollback', 'Database backup', 'Workers', 'Tests']) assert.doesNotMatch(bare, new RegExp(`^### ${chapter}$`, 'mu'));
  });
  it('keeps the whole review, grouped', () => {
    const { items, antiPatterns } = architecture.checklist;
    const review = text.slice(text.indexOf('\n## Checklist\n'));
    for (const { title } of items) assert.match(review, new RegExp(`^- \\*\\*(?:pass|fail|not applicable)\\*\\* ${title}: .+$`, 'mu'));
    for (const { title } of antiPatterns) assert.match(review, new RegExp(`^\\| ${title} \\| not found \\| .+ \\| .+ \\|$`, 'mu'));
    assert.deepEqual([...review.matchAll(/^### (.+)$/gmu)].map((match) => match[1]), ['Design', 'Security', 'Performance', 'Operations', 'Developer experience', 'Anti-patterns']);
  });
  it('says who speaks to whom, callers of one kind in one row', () => {
    for (const row of [/^\| `nginx` \| `app` \| sync \|$/mu, /^\| `app`, `worker` \| `redis` \| async \|$/mu]) assert.match(text, row);
  });
  it('has a way back that builds nothing, and says what it leaves changed', () => {
    assert.match(text, /^TAG=<previous> docker compose up --detach --wait --no-build$/mu);
    assert.doesNotMatch(text, /stays changed/u);
    assert.match(manual(design(briefWithApp({ jobs: [{ name: 'migrate', command: ['node', 'm.js'] }] }))).content, /What `migrate` changed in the data stays changed/u);
  });
  it('promises a changed line at once only where something watches it', () => {
    assert.doesNotMatch(text, /changed source line is served at once/u);
    assert.match(manual(design(briefWithApp({ commands: { start: ['node', 's.js'], development: ['node', '--watch', 's.js'] } }))).content, /changed source line is served at once/u);
  });
  it('names every secret and where its value comes from', () => {
    assert.match(text, /`secrets\/session_secret`: random, made by the script/u);
    assert.match(text, /`secrets\/stripe_api_key`: the value of `STRIPE_API_KEY`, from you/u);
  });
});

type Step = Readonly<Record<string, unknown>> & { readonly run?: string; readonly uses?: string; readonly if?: string };
type Workflow = { readonly jobs: Readonly<Record<string, { readonly steps: readonly Step[]; readonly needs?: readonly string[] }>>; readonly permissions: object };

describe('the workflow', () => {
  it('gives the check of the images what only production needs, and its tests nothing of it', () => {
    const found = parse(workflow(design(briefWithApp({ variables: [{ name: 'RAILS_MASTER_KEY', kind: 'external-secret', productionOnly: true }, { name: 'STRIPE_API_KEY', kind: 'external-secret' }], commands: { start: ['node', 's.js'], test: ['node', '--test'] } }))).content) as { jobs: Record<string, { env?: object }> };
    assert.deepEqual([found.jobs['images']!.env, found.jobs['test']!.env], [{ RAILS_MASTER_KEY: '${{ secrets.RAILS_MASTER_KEY }}' }, undefined]);
  });

  const { jobs, permissions } = parse(workflow(architecture).content) as Workflow;
  it('tests first, then builds, asks, scans and pushes', () => {
    assert.deepEqual(Object.keys(jobs), ['test', 'images']);
    assert.deepEqual(jobs['images']!.needs, ['test']);
    const names = jobs['images']!.steps.map(({ name }) => String(name));
    const order = ['Build', 'Start', 'Ask', 'Scan', 'Log in', 'Push'].map((start) => names.findIndex((name) => name.startsWith(start)));
    assert.deepEqual(order, order.toSorted((a, b) => a - b));
    assert.ok(!order.includes(-1), names.join(', '));
  });
  it('has no test job where there are no tests', () => assert.deepEqual(Object.keys((parse(workflow(single).content) as Workflow).jobs), ['images']));
  it('uses actions by commit only', () => {
    for (const { steps } of Object.values(jobs)) for (const { uses } of steps) if (uses !== undefined) assert.match(uses, /^[\w-]+\/[\w-]+@[0-9a-f]{40}$/u);
  });
  it('may read and no more, and publishes on pushes where a registry is named', () => {
    assert.deepEqual(permissions, { contents: 'read' });
    const push = jobs['images']!.steps.find(({ name }) => name === 'Push')!;
    assert.match(String(push.if), /event_name == 'push' && vars\.REGISTRY != ''/u);
  });
  it('writes no secret into a command', () => {
    for (const { steps } of Object.values(jobs)) for (const { run = '' } of steps) assert.doesNotMatch(run, /secrets\.|\$\{\{/u);
  });
  it('scans every image that is built', () => {
    const scanned = jobs['images']!.steps.filter(({ name }) => String(name).startsWith('Scan')).map(({ name }) => name);
    assert.deepEqual(scanned, ['Scan shop-nginx', 'Scan shop-app', 'Scan shop-worker']);
  });
  it('reports on images of others without stopping, and takes them from the mirror', () => {
    const steps = (brief: Parameters<typeof briefOf>[0]) =>
      (parse(workflow(design(briefOf(brief))).content) as Workflow).jobs['images']!.steps.filter(({ name }) => String(name).startsWith('Report on')).map((step) => step['with'] as Record<string, unknown>);
    assert.deepEqual(steps(shop).map((input) => [String(input['image-ref']).split(':')[0], input['exit-code']]), [['postgres', '0'], ['redis', '0']]);
    assert.match(String(steps({ ...shop, images: { mirror: 'mirror.example/hub/' } })[0]!['image-ref']), /^mirror\.example\/hub\/postgres:/u);
    assert.deepEqual(steps({ services: ['jupyter'] }), [], 'what only development has is not shipped');
  });
});

describe('the update bot', () => {
  it('looks into every folder with a Dockerfile whose base a registry has', () => {
    const { updates } = parse(dependabot(architecture).content) as { updates: readonly { directories?: readonly string[] }[] };
    assert.deepEqual(updates[0]!.directories, ['/docker/app', '/docker/nginx']);
  });
});

describe('lists of lines', () => {
  it('show every setting as a comment with its default', () => {
    const { content } = environmentExample(architecture);
    assert.match(content, /^# HTTP_PORT=8080$/mu);
    assert.match(content, /^# LOG_LEVEL=info$/mu);
    assert.doesNotMatch(content, /^[^#\n]/mu);
  });
  it('give a setting back as it was once it is uncommented', () => {
    const example = 'a "b" \'c\' $HOME # d';
    const line = environmentExample(design(briefWithApp({ variables: [{ name: 'V', example }] }))).content.split('\n').find((each) => each.startsWith('# V='))!;
    const value = line.slice('# V='.length);
    assert.notEqual(value, example, 'quotes are needed');
    assert.match(value, /^(['"]).*\1$/u);
  });
  it('never name a secret variable with a value', () => assert.doesNotMatch(environmentExample(architecture).content, /SESSION_SECRET=|STRIPE_API_KEY=/u));
  it('keep secrets out of git and out of builds', () => {
    for (const entry of ['.env', '/secrets/']) assert.ok(gitignore({ services: [] }).content.split('\n').includes(entry), entry);
    for (const entry of ['.git', '.env', 'secrets', '**/node_modules']) assert.ok(dockerignore({ apps: [] }, []).content.split('\n').includes(entry), entry);
    assert.match(gitattributes().content, /^\*\.sh text eol=lf$/mu);
  });
});

describe('.gitignore', () => {
  const ignored = (...apps: readonly Readonly<Record<string, unknown>>[]) => gitignore(design(briefOf({ apps }))).content.trim().split('\n').slice(2);
  const start = ['node', 'server.js'];
  it('has the folders over which development lays its volumes', () => {
    assert.deepEqual(ignored({ stack: 'node', commands: { start } }), ['/node_modules/']);
    assert.deepEqual(ignored({ stack: 'node', path: 'web', commands: { start } }), ['/web/node_modules/']);
  });
  it('has one line for folders of the same name', () => {
    assert.deepEqual(ignored({ name: 'a', stack: 'node', path: 'a', commands: { start } }, { name: 'b', stack: 'node', path: 'b', commands: { start } }), ['node_modules/']);
  });
  it('has none where the image keeps what is installed', () => assert.deepEqual(ignored({ stack: 'python', commands: { start: ['gunicorn', 'app'] } }), []));
});

describe('docker/secrets.sh', () => {
  const script = secretsScript(architecture);
  const folder = temporaryFolder();
  writeTree(folder, { 'docker/secrets.sh': script.content });
  const secret = (name: string): string => readFileSync(join(folder, 'secrets', name), 'utf8');
  const call = (): number => {
    try {
      execFileSync('sh', [join(folder, 'docker/secrets.sh')], { cwd: '/', stdio: 'pipe' });
      return 0;
    } catch (error) {
      return (error as { status: number }).status;
    }
  };

  it('makes secrets, asks for those that it cannot make, and closes the folder', () => {
    assert.equal(call(), 1);
    assert.match(secret('postgres_password'), /^[0-9a-f]{64}$/u);
    assert.equal(secret('stripe_api_key'), '');
    assert.equal(statSync(join(folder, 'secrets')).mode & 0o777, 0o700);
    assert.equal(statSync(join(folder, 'secrets/postgres_password')).mode & 0o777, 0o644);
  });

  it('makes what depends on another secret of that secret, without the secret itself', () => {
    assert.match(secret('redis_acl'), /^user default on #[0-9a-f]{64} ~\* /u);
    assert.ok(!secret('redis_acl').includes(secret('redis_password')));
  });

  it('changes nothing when it runs again, and is content when everything is there', () => {
    const before = secret('postgres_password');
    writeFileSync(join(folder, 'secrets/stripe_api_key'), 'sk_live_1');
    assert.equal(call(), 0);
    assert.deepEqual([secret('postgres_password'), secret('stripe_api_key')], [before, 'sk_live_1']);
  });

  it('makes a plain `docker compose up` production, once, and keeps the settings that are there', () => {
    writeFileSync(join(folder, '.env'), 'HTTP_PORT=81\n');
    call();
    call();
    assert.equal(readFileSync(join(folder, '.env'), 'utf8'), 'HTTP_PORT=81\nCOMPOSE_FILE=docker-compose.yml:docker-compose.prod.yml\n');
    rmSync(join(folder, '.env'));
  });

  it('keeps the last line of a file without a line end', () => {
    writeFileSync(join(folder, '.env'), 'HTTP_PORT=81');
    call();
    assert.match(readFileSync(join(folder, '.env'), 'utf8'), /^HTTP_PORT=81$/mu);
  });
});
