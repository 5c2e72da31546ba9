import type { SystemPackages } from '../../discovery/findings.js';
import { shellWord } from '../../text/quote.js';
import { copyLine } from '../dockerfile.js';

/** Where Playwright's own image keeps its browsers (microsoft/playwright utils/docker). */
const folder = '/ms-playwright';
const usesDebians = ({ runtime }: SystemPackages): boolean => runtime.includes('chromium');

/** Whether the app starts a browser, which is more of a program than the app itself. */
export const startsBrowser = (packages: SystemPackages): boolean => usesDebians(packages) || packages.browsers !== undefined;

/** Lines of the first stage: which browser there is. */
export function browserSettings(packages: SystemPackages): readonly string[] {
  const debian = usesDebians(packages)
    ? [
      '# the browser of the image is used: none is downloaded',
      'ENV PUPPETEER_EXECUTABLE_PATH="/usr/bin/chromium" \\',
      '    PUPPETEER_SKIP_DOWNLOAD="true"',
      "# Chromium's sandbox asks for rights that no container here has: without it the container itself is the sandbox",
      `RUN echo 'export CHROMIUM_FLAGS="$CHROMIUM_FLAGS --no-sandbox"' > /etc/chromium.d/container`,
    ]
    : [];
  // installing packages downloads nothing, whatever the version of the library: the stage of the browsers does
  const own = packages.browsers === undefined ? [] : [`ENV PLAYWRIGHT_BROWSERS_PATH="${folder}" \\`, '    PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD="1"'];
  return [...debian, ...own];
}

/** The stage that fetches the browsers of a library, with the program that the installation of packages left; nothing where there is none. */
export function browserStage({ browsers }: SystemPackages, appFolder: string): string {
  if (browsers === undefined) return '';
  const words = browsers.map(shellWord).join(' ');
  return `\n\n# The browsers of the very version that is installed: this layer is built again when dependencies change.\nFROM deps AS browsers\nWORKDIR ${appFolder}\nRUN PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=0 ${words}`;
}

/** Brings browsers that were fetched into a stage that runs the app. */
export const browserLines = ({ browsers }: SystemPackages): readonly string[] => (browsers === undefined ? [] : [copyLine([folder], folder).replace('COPY ', 'COPY --from=browsers ')]);
