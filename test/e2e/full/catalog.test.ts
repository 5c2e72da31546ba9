import assert from 'node:assert/strict';
import { identifierOf } from '../../../lib/brief/service-names.js';
import { parseBrief } from '../../../lib/brief/schema.js';
import { imageReference } from '../../../lib/catalog/images.js';
import { technologies } from '../../../lib/catalog/registry.js';
import type { Technology } from '../../../lib/catalog/technology.js';
import { backingsOf } from '../../../lib/design/backing.js';
import { describeOnEngine, run, succeed } from '../../support/engine.js';
import { generateFromBrief, provide, type Project } from '../project.js';
import { reportFailures } from '../stack.js';

/** A program of the client's own, run inside the container, that writes and reads through the account of the apps. */
interface Use {
  /** Shell, with `$PASSWORD` and `$NAME` for the password and the account, which is the database too. */
  readonly works: string;
  /** What has to be refused. */
  readonly refused: string;
}

const sql = (client: string): Use => ({
  works: `${client} -h 127.0.0.1 -u "$NAME" -p"$PASSWORD" "$NAME" -e 'CREATE TABLE t (v INT); INSERT INTO t VALUES (42); SELECT v FROM t; DROP TABLE t' | grep -q 42`,
  refused: `${client} -h 127.0.0.1 -u "$NAME" -p"$PASSWORD" mysql -e 'SELECT 1 FROM user'`,
});
const cache = (client: string): Use => ({
  works: `test "$(REDISCLI_AUTH="$PASSWORD" ${client} -h 127.0.0.1 set k 42)" = OK && REDISCLI_AUTH="$PASSWORD" ${client} -h 127.0.0.1 get k | grep -qx 42`,
  refused: `${client} -h 127.0.0.1 get k | grep -qx 42`,
});

/** With what an extension adds, which only an administrator may create. */
const postgres = (statement: string): Use => ({
  works: `PGPASSWORD="$PASSWORD" psql -h 127.0.0.1 -U "$NAME" -d "$NAME" -tAc "${statement}" | grep -qx 42`,
  refused: `PGPASSWORD=wrong psql -h "$(hostname -i)" -U "$NAME" -d "$NAME" -tAc 'SELECT 1' || PGPASSWORD="$PASSWORD" psql -h 127.0.0.1 -U "$NAME" -d "$NAME" -tAc "COPY pg_authid TO STDOUT"`,
});

/** Where the image that stands in is the real server. What is not here met a stub at most, which proves order and networks only. */
const uses: Readonly<Record<string, Use>> = {
  postgres: postgres('CREATE TABLE t (v INT); INSERT INTO t VALUES (42); SELECT v FROM t'),
  pgvector: postgres("CREATE TABLE t (n INT, v vector(2)); INSERT INTO t VALUES (42, '[1,2]'); SELECT n FROM t ORDER BY v <-> '[1,1]' LIMIT 1"),
  postgis: postgres('SELECT ST_X(ST_MakePoint(42, 1))::int'),
  mysql: sql('mysql'),
  mariadb: sql('mariadb'),
  redis: cache('redis-cli'),
  valkey: cache('valkey-cli'),
  memcached: { works: `exec 3<>/dev/tcp/127.0.0.1/11211; printf 'set k 0 60 2\\r\\n42\\r\\nget k\\r\\nquit\\r\\n' >&3; grep -q 42 <&3`, refused: 'exec 3<>/dev/tcp/127.0.0.1/11212' },
  rabbitmq: { works: 'rabbitmqctl -q authenticate_user "$NAME" "$PASSWORD"', refused: 'rabbitmqctl -q authenticate_user guest guest || rabbitmqctl -q list_users | grep "^$NAME" | grep -q administrator' },
  mosquitto: {
    works: `mosquitto_pub -h 127.0.0.1 -u "$NAME" -P "$PASSWORD" -t t -r -m 42 && mosquitto_sub -h 127.0.0.1 -u "$NAME" -P "$PASSWORD" -t t -C 1 -W 3 | grep -qx 42`,
    refused: 'mosquitto_pub -h 127.0.0.1 -t t -m 42',
  },
  nats: {
    works: `exec 3<>/dev/tcp/127.0.0.1/4222; printf 'CONNECT {"user":"%s","pass":"%s","verbose":true}\\r\\nSUB t 1\\r\\nPUB t 2\\r\\n42\\r\\n' "$NAME" "$PASSWORD" >&3; timeout 3 grep -q -m 1 '^MSG t 1 2' <&3`,
    refused: `exec 3<>/dev/tcp/127.0.0.1/4222; printf 'CONNECT {"verbose":true}\\r\\nSUB t 1\\r\\nPUB t 2\\r\\n42\\r\\n' >&3; timeout 3 grep -q -m 1 '^MSG t 1 2' <&3`,
  },
};

const brief = (technology: string, name: string): object => ({
  project: { name },
  services: [technology],
  apps: [{ name: 'app', stack: 'node', path: '.', commands: { start: ['node', 'server.js'] } }],
  ci: { provider: 'none' },
});

/** What a stub of an image lacks, as lines of a Dockerfile over it: programs that the real image has, made of the stub's own. */
const starts = (program: string): string => `RUN mkdir -p "$(dirname ${program})" && rm -f ${program} && printf '#!/bin/sh\\nexec python3 /stub.py\\n' > ${program} && chmod +x ${program}`;
const stubs: Readonly<Record<string, string>> = {
  // the images start whatever they are told
  mssql: `${starts('/opt/mssql/bin/sqlservr')}\nENTRYPOINT []`,
  typesense: starts('/opt/typesense-server'),
  weaviate: starts('/bin/weaviate'),
  neo4j: `${starts('/startup/docker-entrypoint.sh')}\nRUN printf '#!/bin/sh\\nshift 2\\nexec "$@"\\n' > /usr/bin/tini && chmod +x /usr/bin/tini`,
  mailpit: 'RUN ln -sf /usr/local/bin/probe /mailpit',
  seaweedfs: "RUN printf '#!/bin/sh\\nexec python3 /stub.py\\n' > /usr/local/bin/weed.new && chmod +x /usr/local/bin/weed.new && mv /usr/local/bin/weed.new /usr/local/bin/weed",
};
/** Other names of the same server, where stand-ins know only those. */
const aliases: Readonly<Record<string, string>> = {
  clickhouse: 'clickhouse/clickhouse-server:26', weaviate: 'semitechnologies/weaviate:1', temporal: 'temporalio/server:1',
  // other servers on the same port
  gotenberg: 'grafana/grafana:13.2.3', browserless: 'grafana/grafana:13.2.3',
};
/** Why an entry does not meet even a stub. */
const notStarted: Readonly<Record<string, string>> = {
  opensearch: 'it speaks TLS, which no stub does',
  timescaledb: 'no image stands in that has the extension',
};

/** Makes the image of a service available where a command is given that provides stand-ins, and completes what a stub lacks. */
async function provideService(folder: string, technology: string, image: string): Promise<void> {
  const alias = aliases[technology];
  if (alias !== undefined && process.env['E2E_IMAGES'] !== undefined && (await run('docker', ['image', 'inspect', image])).code !== 0) {
    await provide(alias);
    await succeed('docker', ['tag', alias, image]);
  }
  await provide(folder);
  const lines = stubs[technology];
  if (lines === undefined || (await run('docker', ['run', '--rm', '--entrypoint', 'test', image, '-e', '/stub.py'])).code !== 0) return;
  await succeed('docker', ['build', '-q', '-t', image, '-'], { input: `FROM ${image}\n${lines}\n` });
}

/** Every entry, and every image of an entry with something more inside. */
const instances = (technologies as readonly Technology[]).flatMap((technology) => [
  { id: technology.id, title: technology.title, image: imageReference(technology.id), technology },
  ...Object.entries(technology.variants ?? {}).map(([id, { title, image }]) => ({ id, title, image: imageReference(image), technology })),
]);

describeOnEngine('full', 'each backing service alone', function suite() {
  this.timeout(600_000);
  for (const { id, title, image, technology } of instances) {
    if (notStarted[id] !== undefined) {
      it.skip(`${title}: ${notStarted[id]}`);
      continue;
    }
    describe(title, () => {
      let project: Project;
      const { service, connection } = backingsOf(parseBrief(brief(id, 'x'), 'test')).get(technology.id)!;
      const inProduction = technology.environments?.includes('production') ?? true;

      before(async () => {
        project = await generateFromBrief(`catalog-${id}`, { 'server.js': 'setInterval(() => {}, 1000);\n' }, (name) => brief(id, name));
        await provideService(project.folder, id, image);
      });
      after(async () => await project?.remove());
      reportFailures(() => [project?.development, project?.production]);

      const check = async (stack: Project['development'], password: string): Promise<void> => {
        const use = uses[id];
        if (use === undefined) return;
        const exec = (script: string) => stack.run(['exec', '-T', '-e', `PASSWORD=${password}`, '-e', `NAME=${identifierOf(project.name)}`, service, 'bash', '-c', script]);
        const works = await exec(use.works);
        assert.equal(works.code, 0, `${works.stdout}${works.stderr}`);
        assert.notEqual((await exec(use.refused)).code, 0, 'what has to be refused was not');
      };

      it('becomes healthy in development, and is used', async () => {
        await project.development.compose('up', '--detach', '--wait', '--no-deps', service);
        assert.equal((await project.development.health())[service], 'healthy');
        await check(project.development, 'development-only');
        await project.development.remove();
      });

      if (!inProduction) return;
      it('becomes healthy in production with a secret of its own, without privileges, is used, and starts again', async () => {
        await project.asOwner('sh', 'docker/secrets.sh').catch(() => '');
        await project.production.compose('up', '--detach', '--wait', '--no-deps', service);
        await check(project.production, connection.secret === undefined ? '' : project.read(`secrets/${connection.secret}`));
        await project.production.compose('restart', service);
        await project.production.waitUntilHealthy(180_000);
      });
    });
  }
});
