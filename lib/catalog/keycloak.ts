import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const realmOf = (service: string): string => `docker/${service}/realm.json`;
/** Where people meet it in development; the port of its proxy is taken. */
const published = 8081;
const dataPath = '/opt/keycloak/data/h2';
const administrator = (password: string) => ({ KC_BOOTSTRAP_ADMIN_USERNAME: 'admin', KC_BOOTSTRAP_ADMIN_PASSWORD: password });

export const keycloak = {
  id: 'keycloak',
  title: 'Keycloak',
  role: 'identity',
  serviceName: 'keycloak',
  port: 8080,
  // accounts of production outlive every app that trusts them: they are run apart, with a database, a name and a certificate of their own
  environments: ['development', 'ci'],
  // keycloak.org/server/containers: enough for a bash shell and the server itself; neither curl nor wget
  programs: ['bash', '/opt/keycloak/bin/kc.sh'],
  detection: {
    // one of many buttons of a login page says nothing of whether its server is ours
    packages: {
      npm: { 'keycloak-connect': 'certain', 'keycloak-js': 'certain', '@keycloak/keycloak-admin-client': 'certain', 'nest-keycloak-connect': 'certain', 'passport-keycloak-bearer': 'certain', '@react-keycloak/web': 'certain' },
      pypi: { 'python-keycloak': 'certain', 'fastapi-keycloak': 'certain', 'django-keycloak': 'certain' },
      go: { 'github.com/Nerzal/gocloak/v13': 'certain', 'github.com/Nerzal/gocloak/v12': 'certain' },
      rubygems: { keycloak: 'certain', 'keycloak-admin': 'certain', 'omniauth-keycloak': 'guess' },
      packagist: { 'stevenmaguire/oauth2-keycloak': 'guess', 'socialiteproviders/keycloak': 'guess' },
      maven: {
        'org.keycloak:keycloak-admin-client': 'certain', 'org.keycloak:keycloak-spring-boot-starter': 'certain', 'io.quarkus:quarkus-keycloak-admin-rest-client': 'certain',
        'io.quarkus:quarkus-keycloak-authorization': 'certain',
      },
      crates: { keycloak: 'certain' },
      nuget: { 'keycloak.authservices.authentication': 'certain', 'keycloak.net.core': 'certain', 'aspire.keycloak.authentication': 'certain' },
    },
    schemes: [],
    images: ['keycloak/keycloak', 'jboss/keycloak', 'bitnami/keycloak', 'bitnamilegacy/keycloak'],
    variables: /^(?:KEYCLOAK|KC)_(?:URL|HOST|SERVER_URL|BASE_URL|AUTH_URL|AUTH_SERVER_URL|REALM_URL|ISSUER|ISSUER_URL|INTERNAL_URL|SERVER)$|^AUTH_KEYCLOAK_ISSUER$/u,
    // a realm of a server of one's own: a name with a dot is somebody else's
    values: /^https?:\/\/(?:localhost|127\.0\.0\.1|[\w-]+)(?::\d+)?\/(?:auth\/)?realms\/[\w-]+(?:\/|$)/u,
  },
  tags: {
    lines: [{ version: '26' }, { version: '25' }, { version: '24' }],
  },
  connection: ({ service, identifier }) => {
    const realm = `http://${service}:8080/realms/${identifier}`;
    const endpoint = (name: string): string => `${realm}/protocol/openid-connect/${name}`;
    /** What browsers open: they do not know the network of the containers. */
    const page = (name: string): string => `http://localhost:${published}/realms/${identifier}/protocol/openid-connect/${name}`;
    return {
      parts: { url: `http://${service}:8080`, address: `${service}:8080`, host: service, port: '8080', user: 'admin', password: '{password}', database: identifier },
      variables: {
        url: ['KEYCLOAK_URL', 'KEYCLOAK_SERVER_URL', 'KEYCLOAK_BASE_URL', 'KEYCLOAK_AUTH_SERVER_URL', 'KEYCLOAK_AUTH_URL', 'KEYCLOAK_INTERNAL_URL', 'KC_URL'],
        host: ['KEYCLOAK_HOST'],
        port: ['KEYCLOAK_PORT'],
        user: ['KEYCLOAK_ADMIN', 'KEYCLOAK_ADMIN_USERNAME', 'KEYCLOAK_ADMIN_USER', 'KC_BOOTSTRAP_ADMIN_USERNAME'],
        password: ['KEYCLOAK_ADMIN_PASSWORD', 'KC_BOOTSTRAP_ADMIN_PASSWORD'],
        database: ['KEYCLOAK_REALM', 'KEYCLOAK_REALM_NAME', 'KC_REALM'],
      },
      // mozilla-django-oidc calls the endpoints one by one, others ask the issuer for them
      texts: {
        KEYCLOAK_ISSUER: realm, KEYCLOAK_ISSUER_URL: realm, AUTH_KEYCLOAK_ISSUER: realm, KEYCLOAK_REALM_URL: realm, OIDC_OP_URL: realm,
        OIDC_OP_JWKS_ENDPOINT: endpoint('certs'), OIDC_OP_TOKEN_ENDPOINT: endpoint('token'), OIDC_OP_USER_ENDPOINT: endpoint('userinfo'),
        OIDC_OP_INTROSPECTION_ENDPOINT: endpoint('token/introspect'), OIDC_OP_AUTHORIZATION_ENDPOINT: page('auth'), OIDC_OP_LOGOUT_ENDPOINT: page('logout'),
      },
    };
  },
  limits: { cpus: 1, memory: 1024, pids: 512 },
  reason: 'Its development mode, with a realm of the project, for developers and tests; production is told the address of an identity provider that is run apart from the apps that trust it.',
  contribute: ({ service, prefix, identifier }) => ({
    healthcheck: {
      // on the port of its management, as keycloak.org/observability/health does it without curl
      test: ['CMD', 'bash', '-c', 'exec 3<>/dev/tcp/127.0.0.1/9000 && printf "HEAD /health/ready HTTP/1.0\\r\\n\\r\\n" >&3 && read -t 3 -r line <&3 && [[ $line == *200* ]]'],
      programs: ['bash'],
      interval: 10, timeout: 5, retries: 6, startPeriod: 90,
    },
    stopGrace: 30,
    common: {
      command: ['start-dev', '--import-realm'],
      environment: { KC_HEALTH_ENABLED: 'true' },
      mounts: [{ kind: 'bind', source: `./${realmOf(service)}`, target: '/opt/keycloak/data/import/realm.json', readOnly: true }],
    },
    development: {
      // browsers and apps reach it by different names: the first is whose tokens they are (keycloak.org/server/hostname)
      environment: { ...administrator(developmentPassword), KC_HOSTNAME: { setting: 'KEYCLOAK_PUBLIC_URL', fallback: `http://localhost:${published}` }, KC_HOSTNAME_BACKCHANNEL_DYNAMIC: 'true' },
      ports: [developmentPort(prefix, 8080, published)],
    },
    ci: {
      environment: administrator(testPassword), throwAway: true,
      mounts: [{ kind: 'bind', source: `./${realmOf(service)}`, target: '/opt/keycloak/data/import/realm.json', readOnly: true }],
      tmpfs: [`${dataPath}:uid=1000,gid=0,mode=0770,size=256m`],
    },
    production: { user: '1000:0' },
    secrets: [],
    volumes: [{ name: `${prefix}_data`, path: dataPath, use: 'realms and accounts of development' }],
    files: [{ path: realmOf(service), content: `${JSON.stringify({ realm: identifier, enabled: true }, undefined, 2)}\n` }],
  }),
} as const satisfies Technology;
