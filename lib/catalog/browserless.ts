import { developmentPassword, testPassword, withSecret } from './credentials.js';
import { developmentPort } from './development-port.js';
import type { Technology } from './technology.js';

const secretOf = (prefix: string): string => `${prefix}_token`;
/** Sessions at once; a browser with one page takes a few hundred MiB. */
const sessions = (memory: number): number => Math.max(1, Math.floor(memory / 400));
const webSockets = [
  'BROWSER_WEBSOCKET_URL', 'BROWSER_WS_ENDPOINT', 'BROWSER_WS_URL', 'BROWSERLESS_WS_ENDPOINT', 'BROWSERLESS_WS_URL', 'CHROME_WS_ENDPOINT', 'CHROME_WS_URL', 'CHROMIUM_WS_ENDPOINT',
  'PUPPETEER_WS_ENDPOINT', 'PUPPETEER_BROWSER_WS_ENDPOINT', 'PLAYWRIGHT_WS_ENDPOINT', 'PLAYWRIGHT_DRIVER_URL',
] as const;

/** Addresses of a browser that runs apart. */
const addresses = /^(?:BROWSERLESS_(?:URL|HOST|ENDPOINT|BASE_URL|API_URL|WS_URL|WS_ENDPOINT)|BROWSER_(?:WEB_URL|WEBSOCKET_URL|WS_URL|WS_ENDPOINT)|(?:CHROME|CHROMIUM)_(?:WS_URL|WS_ENDPOINT|REMOTE_URL|CDP_URL)|(?:PUPPETEER|PLAYWRIGHT)_(?:BROWSER_)?(?:WS_ENDPOINT|WS_URL|DRIVER_URL))$/u;

export const browserless = {
  id: 'browserless',
  title: 'Browserless (headless Chromium)',
  role: 'browser',
  serviceName: 'browser',
  port: 3000,
  outside: true,
  // browserless/browserless docker/base/Dockerfile: Ubuntu with curl, wget and bash
  programs: ['curl', 'bash', 'sh', 'cat', 'printf'],
  detection: {
    // a library drives a browser beside it as well as one elsewhere: only an address says which
    packages: {
      npm: { puppeteer: 'guess', 'puppeteer-core': 'guess', 'puppeteer-extra': 'guess', playwright: 'guess', 'playwright-core': 'guess', 'playwright-extra': 'guess' },
      pypi: { playwright: 'guess', pyppeteer: 'guess' },
      go: { 'github.com/chromedp/chromedp': 'guess', 'github.com/go-rod/rod': 'guess', 'github.com/playwright-community/playwright-go': 'guess' },
      rubygems: { ferrum: 'guess', cuprite: 'guess', grover: 'guess', 'puppeteer-ruby': 'guess' },
      packagist: { 'chrome-php/chrome': 'guess', 'spatie/browsershot': 'guess' },
      maven: { 'com.microsoft.playwright:playwright': 'guess' },
      crates: { chromiumoxide: 'guess', headless_chrome: 'guess' },
      nuget: { puppeteersharp: 'guess', 'microsoft.playwright': 'guess' },
    },
    schemes: [],
    images: ['browserless/chromium', 'browserless/chrome', 'browserless/multi', 'zenika/alpine-chrome', 'zenika-hub/alpine-chrome', 'chromedp/headless-shell', 'dgtlmoon/sockpuppetbrowser'],
    variables: addresses,
    reads: addresses,
  },
  tags: {
    lines: [{ version: '2' }],
    prefix: 'v',
    whole: true,
  },
  connection: ({ service, prefix }) => ({
    parts: { url: `http://${service}:3000?token={password}`, address: `${service}:3000`, host: service, port: '3000', password: '{password}' },
    variables: {
      url: ['BROWSER_WEB_URL', 'CHROME_REMOTE_URL', 'CHROME_CDP_URL', 'CHROMIUM_REMOTE_URL', 'CHROMIUM_CDP_URL'],
      host: ['BROWSERLESS_HOST', 'CHROME_HOST'],
      port: ['BROWSERLESS_PORT', 'CHROME_PORT'],
      password: ['BROWSERLESS_TOKEN', 'BROWSERLESS_API_KEY', 'BROWSERLESS_API_TOKEN'],
    },
    texts: {
      ...Object.fromEntries(webSockets.map((name) => [name, `ws://${service}:3000?token={password}`])),
      // the clients of its HTTP interface give the token by themselves
      ...Object.fromEntries(['BROWSERLESS_URL', 'BROWSERLESS_ENDPOINT', 'BROWSERLESS_BASE_URL', 'BROWSERLESS_API_URL'].map((name) => [name, `http://${service}:3000`])),
    },
    secret: secretOf(prefix),
  }),
  limits: { cpus: 1, memory: 2048, pids: 1024 },
  reason: 'A bare Chromium answers no client that calls it by a name, this server does, and it asks for a token; it is SSPL, so that closed products need its commercial licence. It alone has a way to the outside besides the apps.',
  contribute: ({ prefix, limits }) => ({
    healthcheck: {
      // its routes ask for the token, which goes through standard input: arguments are seen in the list of processes
      test: ['CMD-SHELL', `printf 'url = "http://127.0.0.1:3000/active?token=%s"' "\${TOKEN:-$(cat /run/secrets/${secretOf(prefix)})}" | curl -fsS -o /dev/null -K -`],
      programs: ['printf', 'curl', 'sh'],
      interval: 15, timeout: 5, retries: 3, startPeriod: 30,
    },
    stopGrace: 30,
    common: {
      // docs.browserless.io, Docker configuration: sessions at once, and those that wait
      environment: { CONCURRENT: String(sessions(limits.memory)), QUEUED: '20' },
      shmSize: 256,
    },
    development: { environment: { TOKEN: developmentPassword }, ports: [developmentPort(prefix, 3000)] },
    ci: { environment: { TOKEN: testPassword } },
    production: {
      command: withSecret('TOKEN', secretOf(prefix), ['./scripts/start.sh']),
      secrets: [secretOf(prefix)],
      user: '999:999',
      environment: { HOME: '/tmp' },
      tmpfs: ['/tmp:mode=1777,size=512m'],
    },
    secrets: [{ name: secretOf(prefix), origin: { kind: 'random' } }],
    volumes: [],
  }),
} as const satisfies Technology;
