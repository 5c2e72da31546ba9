import { archiveAtRest } from './archive.js';
import { developmentPassword, testPassword } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_password`;
const settingsOf = (service: string): string => `docker/${service}/mosquitto.conf`;

const settings = `# Without a listener the server answers on localhost only (mosquitto.org, migrating to 2.0).
listener 1883
allow_anonymous false
password_file /tmp/passwords
persistence true
persistence_location /mosquitto/data/
log_dest stdout
`;

/** uid and gid of `mosquitto` in the image (eclipse-mosquitto/mosquitto docker/2.x/Dockerfile). */
const user = '1883:1883';

/** The file of passwords holds a hash that only the server's own tool makes, so that it is made at each start. */
function start(identifier: string, password: string): readonly string[] {
  return ['sh', '-c', `umask 077 && mosquitto_passwd -b -c /tmp/passwords ${identifier} "${password}" && exec "$@"`, 'sh', '/usr/sbin/mosquitto', '-c', '/mosquitto/config/mosquitto.conf'];
}

export const mosquitto = {
  id: 'mosquitto',
  title: 'Eclipse Mosquitto',
  role: 'broker',
  serviceName: 'mosquitto',
  port: 1883,
  // eclipse-mosquitto/mosquitto docker/2.x/Dockerfile: Alpine with the server and its clients
  programs: ['mosquitto_sub', 'mosquitto_passwd', 'sh', 'test', 'tar'],
  detection: {
    packages: {
      npm: { mqtt: 'certain', 'async-mqtt': 'certain' },
      pypi: { 'paho-mqtt': 'certain', aiomqtt: 'certain', 'asyncio-mqtt': 'certain', gmqtt: 'certain', 'fastapi-mqtt': 'certain', 'flask-mqtt': 'certain' },
      go: { 'github.com/eclipse/paho.mqtt.golang': 'certain', 'github.com/eclipse/paho.golang': 'certain' },
      rubygems: { mqtt: 'certain' },
      packagist: { 'php-mqtt/client': 'certain', 'php-mqtt/laravel-client': 'certain' },
      maven: { 'org.eclipse.paho:org.eclipse.paho.client.mqttv3': 'certain', 'com.hivemq:hivemq-mqtt-client': 'certain' },
      crates: { rumqttc: 'certain', 'paho-mqtt': 'certain' },
      nuget: { mqttnet: 'certain' },
      hex: { emqtt: 'certain', tortoise: 'certain' },
    },
    schemes: ['mqtt', 'mqtts'],
    images: ['eclipse-mosquitto'],
    variables: /^MQTT_?(?:URL|HOST|BROKER|SERVER|BROKER_URL|BROKER_HOST)$/u,
  },
  tags: {
    lines: [{ version: '2' }],
  },
  connection: ({ service, prefix, identifier }) => ({
    parts: { url: `mqtt://${identifier}:{password}@${service}:1883`, address: `${service}:1883`, host: service, port: '1883', user: identifier, password: '{password}' },
    variables: {
      url: ['MQTT_URL', 'MQTT_BROKER_URL', 'MQTT_URI'],
      host: ['MQTT_HOST', 'MQTT_BROKER', 'MQTT_BROKER_HOST', 'MQTT_SERVER'],
      port: ['MQTT_PORT', 'MQTT_BROKER_PORT'],
      user: ['MQTT_USER', 'MQTT_USERNAME'],
      password: ['MQTT_PASSWORD', 'MQTT_PASS'],
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 0.25, memory: 128, pids: 64 },
  deadLetters: 'MQTT knows no dead letters: what was sent with QoS 1 or 2 is delivered again until the subscriber acknowledges it. A subscriber that gives a message up publishes it to a topic of its own',
  reason: 'Nobody is let in without a password; retained messages and sessions are kept in a volume.',
  contribute: ({ service, prefix, identifier }) => {
    const mounts = [{ kind: 'bind' as const, source: `./${settingsOf(service)}`, target: '/mosquitto/config/mosquitto.conf', readOnly: true }];
    return {
      healthcheck: {
        // refused without a password, which is an answer of its own: 5 is "not authorised" (mosquitto_sub.c)
        test: ['CMD-SHELL', 'mosquitto_sub -h 127.0.0.1 -p 1883 -t health -C 1 -W 2 2> /dev/null; test $? -eq 5'],
        programs: ['mosquitto_sub', 'test', 'sh'],
        interval: 10, timeout: 6, retries: 3, startPeriod: 15,
      },
      stopGrace: 15,
      // the file of passwords belongs to whom the server runs as
      common: { user, mounts },
      development: {
        command: start(identifier, developmentPassword),
        ports: [developmentPort(prefix, 1883)],
      },
      ci: { command: start(identifier, testPassword), throwAway: true, mounts, tmpfs: ['/mosquitto/data:uid=1883,gid=1883,mode=0700,size=64m'] },
      production: {
        command: start(identifier, `$(cat /run/secrets/${secretOf(prefix)})`),
        secrets: [secretOf(prefix)],
        user,
        tmpfs: ['/tmp:mode=1777,size=16m'],
      },
      secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
      volumes: [{ name: `${prefix}_data`, path: '/mosquitto/data', use: 'retained messages and sessions' }],
      files: [{ path: settingsOf(service), content: settings }],
      operations: archiveAtRest({ service, folder: '/mosquitto/data' }),
    };
  },
} as const satisfies Technology;
