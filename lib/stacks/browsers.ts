import type { SystemPackages } from '../discovery/findings.js';
import { shellWord } from '../text/quote.js';
import { copyLine } from './dockerfile.js';

/** Browsers that apps start: Debian's Chromium, or the build that a library fetches for its own version. */

/** Without fonts a page shows boxes. */
const fonts = ['fonts-liberation', 'fonts-noto-color-emoji'];

/** Debian's Chromium, and programs beside it. */
export const debianBrowser = (...more: readonly string[]): SystemPackages => ({ build: [], runtime: ['chromium', ...more, ...fonts] });

/**
 * Playwright starts the build of Chromium that was made for its version, looks nowhere else and has no variable for another one
 * (playwright-core registry). What that build links to is its list for Debian 13 (nativeDeps.ts), the same in every language.
 */
export const playwrightBrowser: SystemPackages = {
  build: [],
  runtime: [
    ...fonts, 'libasound2t64', 'libatk-bridge2.0-0t64', 'libatk1.0-0t64', 'libatspi2.0-0t64', 'libcairo2', 'libcups2t64', 'libdbus-1-3', 'libdrm2', 'libfontconfig1',
    'libfreetype6', 'libgbm1', 'libglib2.0-0t64', 'libnspr4', 'libnss3', 'libpango-1.0-0', 'libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1', 'libxext6',
    'libxfixes3', 'libxkbcommon0', 'libxrandr2',
  ],
  browsers: ['playwright', 'install', 'chromium'],
};

/** Where Playwright's own image keeps its browsers (microsoft/playwright utils/docker). */
const folder = '/ms-playwright';
const usesDebians = ({ runtime }: SystemPackages): boolean => runtime.includes('chromium');

/** Whether the app starts a browser, which is more of a program than the app itself. */
export const startsBrowser = (packages: SystemPackages): boolean => usesDebians(packages) || packages.browsers !== undefined;

/** A browser is a family of processes. */
export const browserLimits = { cpus: 1, memory: 1024, pids: 1024 } as const;
/** It keeps files of shared memory there. */
export const browserTmpfs = '/tmp:mode=1777,size=256m';

interface Settings {
  /** Variables by which libraries find Debian's browser. */
  readonly debian: Readonly<Record<string, string>>;
  /** Variables that keep the installation of packages from fetching a browser. */
  readonly fetching: Readonly<Record<string, string>>;
}

const environment = (variables: Readonly<Record<string, string>>): readonly string[] =>
  (Object.keys(variables).length === 0 ? [] : [`ENV ${Object.entries(variables).map(([name, value]) => `${name}="${value}"`).join(' \\\n    ')}`]);

/** Lines of the first stage: which browser there is. */
export function browserSettings(packages: SystemPackages, { debian, fetching }: Settings): readonly string[] {
  const ofDebian = usesDebians(packages)
    ? [
      '# the browser of the image is used: none is downloaded',
      ...environment(debian),
      "# Chromium's sandbox asks for rights that no container here has: without it the container itself is the sandbox",
      `RUN echo 'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --no-sandbox"' > /etc/chromium.d/container`,
    ]
    : [];
  // installing packages downloads nothing, whatever the version of the library: the stage of the browsers does
  return [...ofDebian, ...(packages.browsers === undefined ? [] : environment({ PLAYWRIGHT_BROWSERS_PATH: folder, ...fetching }))];
}

/** The stage that fetches the browsers of a library, with the program that the installation of packages left; nothing where there is none. `settings` stand before its command. */
export function browserStage({ browsers }: SystemPackages, appFolder: string, settings = ''): string {
  if (browsers === undefined) return '';
  const words = browsers.map(shellWord).join(' ');
  return `\n\n# The browsers of the very version that is installed: this layer is built again when dependencies change.\nFROM deps AS browsers\nWORKDIR ${appFolder}\nRUN ${settings}${words}`;
}

/** Brings browsers that were fetched into a stage that runs the app. */
export const browserLines = ({ browsers }: SystemPackages): readonly string[] => (browsers === undefined ? [] : [copyLine([folder], folder).replace('COPY ', 'COPY --from=browsers ')]);
