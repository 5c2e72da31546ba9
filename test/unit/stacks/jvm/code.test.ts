import assert from 'node:assert/strict';
import { ranked } from '../../../../lib/discovery/evidence.js';
import { appOf, discovered, pom, values } from './discovered.js';

const program = (dependency: string, code: string, more = '') => appOf({ 'pom.xml': pom({ properties: '<maven.compiler.release>21</maven.compiler.release>', dependencies: [dependency], more }), 'src/main/java/com/example/Main.java': `package com.example;\n\nclass Main {\n  public static void main(String[] args) {\n    ${code}\n  }\n}\n` });

describe('what sources of the JVM say', () => {
  const ports: readonly (readonly [string, string, number])[] = [
    ['io.javalin:javalin', 'Javalin.create().start(7000);', 7000], ['io.javalin:javalin', 'Javalin.create().start(Integer.parseInt(System.getenv().getOrDefault("PORT", "7001")));', 7001],
    ['com.sparkjava:spark-core', 'port(4500);', 4500], ['io.vertx:vertx-web', 'server.listen(8888);', 8888], ['com.sparkjava:spark-core', '// port(1);', 4567], ['io.javalin:javalin', 'Javalin.create();', 8080],
  ];
  for (const [dependency, code, port] of ports) it(`is the port ${port} in ${code}`, () => assert.equal(values(ranked(program(dependency, code).port))[0], port));

  it('is an address that no proxy reaches', () => {
    const said = (code: string) => { const { bind, port } = program('com.typesafe.akka:akka-http', code); return [values(bind)[0], values(ranked(port))[0]]; };
    assert.deepEqual(said('Http().newServerAt("localhost", 8081).bind(routes);'), ['loopback', 8081]);
    assert.deepEqual(said('Http().newServerAt("0.0.0.0", 8082).bind(routes);'), ['all', 8082]);
  });

  it('is a health route', () => assert.deepEqual(values(program('io.javalin:javalin', 'app.get("/healthz", ctx -> ctx.result("ok"));').health), ['/healthz']));
  it('are variables', () => assert.deepEqual(program('io.javalin:javalin', 'System.getenv("API_TOKEN"); System.getenv("JAVA_HOME");').variables.map(({ name }) => name), ['API_TOKEN']));
  it('are variables for drivers, which get an address without credentials', () => {
    const app = appOf({ '.env.example': 'STORE=jdbc:postgresql://localhost/x\n', 'pom.xml': pom({ dependencies: ['io.javalin:javalin', 'org.postgresql:postgresql'] }), 'src/main/java/com/example/docs/Main.java': 'package com.example.docs;\nclass Main {\n  public static void main(String[] args) { System.getenv("STORE"); }\n}\n' });
    assert.deepEqual(app.variables.map(({ name, connects }) => [name, connects]), [['STORE', { technology: 'postgres', part: 'jdbc' }]]);
  });
  it('is no program where a class only computes something', () => {
    const shade = '<build><plugins><plugin><artifactId>maven-shade-plugin</artifactId></plugin></plugins></build>';
    const files = (code: string) => ({ 'pom.xml': pom({ more: shade }), 'src/main/java/com/example/Main.java': `package com.example;\nclass Main {\n  public static void main(String[] args) { ${code} }\n}\n` });
    assert.deepEqual(discovered(files('System.out.println(1);')).apps, []);
    assert.equal(discovered(files('HttpServer.create(null, 0);')).apps.length, 1);
  });
});
