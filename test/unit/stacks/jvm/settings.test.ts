import assert from 'node:assert/strict';
import { hoconOf, numberIn, propertiesOf, textIn, yamlOf } from '../../../../lib/stacks/jvm/settings.js';
import type { Setting } from '../../../../lib/stacks/jvm/settings.js';

const plain = (settings: readonly Setting[]) => settings.map(({ key, value, profile }) => [key, value, ...(profile === undefined ? [] : [profile])]);

describe('settings files', () => {
  it('are read from properties, with the profile of a name', () => {
    assert.deepEqual(plain(propertiesOf('a', '# no=1\nserver.port=8081\r\n%dev.quarkus.http.port: 9\nserver.servlet.context-path = /x\n')), [['server.port', '8081'], ['quarkus.http.port', '9', 'dev'], ['server.servlet.contextpath', '/x']]);
  });
  it('are read from YAML by indentation, with the profile of a document', () => {
    const text = 'server:\n  # port: 1\n  port: 8081 # why\n  servlet:\n    contextPath: "/x"\nspring.application.name: shop\n---\nspring:\n  config:\n    activate:\n      on-profile: prod\nserver:\n  port: 80\n';
    assert.deepEqual(plain(yamlOf('a', text)), [
      ['server.port', '8081'], ['server.servlet.contextpath', '/x'], ['spring.application.name', 'shop'], ['spring.config.activate.onprofile', 'prod', 'prod'], ['server.port', '80', 'prod'],
    ]);
  });
  it('are read from HOCON', () => {
    assert.deepEqual(plain(hoconOf('a', 'ktor {\n  deployment {\n    port = 8090\n    port = ${?PORT}\n  }\n}\nplay.http.secret = "x"\n')), [['ktor.deployment.port', '8090'], ['ktor.deployment.port', '${?PORT}'], ['play.http.secret', 'x']]);
  });
  it('survive nonsense', () => {
    for (const text of ['', '}}}}', ':::', `${'  '.repeat(500)}a: b`, 'a'.repeat(100_000), '\u0001: \u0002', `${'a:\n'.repeat(10_000)}`, '--- x\n---\n---']) for (const read of [propertiesOf, yamlOf, hoconOf]) assert.ok(Array.isArray(read('a', text)));
  });
  it('give the number and the text of a placeholder', () => {
    assert.deepEqual(['8080', '${PORT:8081}', '${?PORT}', '0', '99999', 'x'].map(numberIn), [8080, 8081, undefined, undefined, undefined, undefined]);
    assert.deepEqual(['/x', '${BASE:/y}', '${BASE}'].map(textIn), ['/x', '/y', undefined]);
  });
});
