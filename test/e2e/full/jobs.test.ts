// A job of a compiled program: development, whose image holds no built program, runs it from the source, and production from its image.
// What it leaves is found by the server, which is another container.
import assert from 'node:assert/strict';
import { describeOnEngine } from '../../support/engine.js';
import { generateFromBrief, provide, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

const files = {
  'go.mod': 'module example.com/ledger\n\ngo 1.24\n',
  'cmd/migrate/main.go': 'package main\n\nimport (\n\t"log"\n\t"os"\n)\n\nfunc main() {\n\tif err := os.MkdirAll("data", 0o755); err != nil {\n\t\tlog.Fatal(err)\n\t}\n\tif err := os.WriteFile("data/schema", []byte("version 1"), 0o644); err != nil {\n\t\tlog.Fatal(err)\n\t}\n}\n',
  'cmd/server/main.go': 'package main\n\nimport (\n\t"log"\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\tschema, err := os.ReadFile("data/schema")\n\tif err != nil {\n\t\tlog.Fatal(err)\n\t}\n\thttp.HandleFunc("/", func(w http.ResponseWriter, _ *http.Request) { _, _ = w.Write(schema) })\n\tlog.Fatal(http.ListenAndServe(":8080", nil))\n}\n',
} as const;

const brief = (name: string): object => ({
  project: { name },
  apps: [{
    stack: 'go', version: '1.24', port: 8080,
    commands: { start: ['/app/bin/server'], development: ['watch', './cmd/server'], build: ['go', 'build', '-o', '/app/bin/', './cmd/server', './cmd/migrate'] },
    data: [{ path: 'data', holds: 'database' }],
    jobs: [{ name: 'migrate', command: ['/app/bin/migrate'] }],
  }],
});

describeOnEngine('full', 'a job of a compiled program', function suite() {
  this.timeout(600_000);
  let project: Project;
  before(async () => {
    project = await generateFromBrief('ledger', files, brief);
    await provide(project.folder);
  });
  after(async () => await project?.remove());
  reportFailures(() => [project?.development, project?.production]);

  it('runs from the source in development, as its owner', async () => {
    await project.development.compose('up', '--build', '--detach', '--wait');
    assert.equal((await project.development.get('/')).text, 'version 1');
    assert.equal(project.owner('data/schema'), project.owner());
    await project.development.compose('down');
  });

  it('runs from the image in production, and shares what it writes with the server', async () => {
    await project.asOwner('sh', 'docker/secrets.sh');
    await project.production.compose('up', '--build', '--detach', '--wait');
    assert.equal((await project.production.get('/')).text, 'version 1');
  });
});
