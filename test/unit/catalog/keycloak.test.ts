import assert from 'node:assert/strict';
import { parseBrief } from '../../../lib/brief/schema.js';
import { design } from '../../../lib/design/design.js';

const reads = ['OIDC_OP_AUTHORIZATION_ENDPOINT', 'OIDC_OP_TOKEN_ENDPOINT', 'KEYCLOAK_REALM', 'KEYCLOAK_ADMIN_PASSWORD'];
const brief = { project: { name: 'my-shop' }, services: ['keycloak'], apps: [{ name: 'app', stack: 'node', path: '.', commands: { start: ['node', 'server.js'] }, uses: ['keycloak'], reads }] };

describe('Keycloak', () => {
  const { services, configuration, secrets } = design(parseBrief(brief, 'test'));
  const app = services.find(({ name }) => name === 'app')!;

  it('makes a realm of the project', () => {
    assert.deepEqual(configuration.map(({ path, content }) => [path, JSON.parse(content)]), [['docker/keycloak/realm.json', { realm: 'my_shop', enabled: true }]]);
  });

  it('is opened by browsers on the own machine and by apps inside the network', () => {
    const { environment = {} } = app.environments.development!;
    assert.equal(environment['OIDC_OP_AUTHORIZATION_ENDPOINT'], 'http://localhost:8081/realms/my_shop/protocol/openid-connect/auth');
    assert.equal(environment['OIDC_OP_TOKEN_ENDPOINT'], 'http://keycloak:8080/realms/my_shop/protocol/openid-connect/token');
    assert.deepEqual([environment['KEYCLOAK_REALM'], environment['KEYCLOAK_ADMIN_PASSWORD']], ['my_shop', 'development-only']);
  });

  it('is somebody else in production, whose addresses a person gives', () => {
    const { environment = {} } = app.environments.production!;
    assert.equal(environment['OIDC_OP_TOKEN_ENDPOINT_FILE'], '/run/secrets/oidc_op_token_endpoint');
    assert.doesNotMatch(JSON.stringify(environment), /keycloak:8080|localhost:8081|development-only/u);
    assert.ok(secrets.every(({ name }) => !name.startsWith('keycloak_data')));
  });
});
