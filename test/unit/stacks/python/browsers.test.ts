import assert from 'node:assert/strict';
import { suggest } from '../../../../lib/brief/suggest.js';
import { technologies } from '../../../../lib/catalog/registry.js';
import { parseBrief } from '../../../../lib/brief/schema.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { scan } from '../../../../lib/discovery/scan.js';
import { runtime } from '../../../../lib/stacks/python/image.js';
import { pythonFiles } from '../../../../lib/stacks/python/files.js';
import { stacks } from '../../../../lib/stacks/registry.js';

const appOf = (requirements: string) => parseBrief(JSON.parse(JSON.stringify(suggest(scan(memoryRepository({ 'requirements.txt': `flask\n${requirements}`, 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' }), stacks, technologies)))), 'test').apps[0]!;
const dockerfile = (requirements: string): string => pythonFiles(appOf(requirements), { folder: 'docker/app', assets: null })[0]!.content;
const stage = (text: string, name: string): string => text.split(/^(?=FROM )/mu).find((part) => new RegExp(`^FROM .* AS ${name}$`, 'mu').test(part)) ?? '';

describe('browsers of Python apps', () => {
  it('are fetched by the Playwright that is installed, for all that runs the app', () => {
    for (const name of ['playwright==1.55.0', 'scrapy-playwright']) {
      const text = dockerfile(`${name}\n`);
      assert.match(stage(text, 'base'), /libnss3 [^]*^ENV PLAYWRIGHT_BROWSERS_PATH="\/ms-playwright"$/mu, name);
      assert.doesNotMatch(text, /\bchromium\b.*apt|apt.*\bchromium\b/u, name);
      assert.match(stage(text, 'browsers'), /^FROM deps AS browsers\nWORKDIR \/app\nRUN playwright install chromium$/mu, name);
      for (const each of ['development', 'test', 'production']) assert.match(stage(text, each), /COPY --from=browsers \["\/ms-playwright", "\/ms-playwright"\]/u, each);
    }
  });
  it("are Debian's for Selenium, which is told where the driver is and looks for none", () => {
    const text = dockerfile('selenium\n');
    assert.match(stage(text, 'base'), /apt-get install .* chromium chromium-driver .*\n#.*\nENV SE_CHROMEDRIVER="\/usr\/bin\/chromedriver"\n#.*\nRUN echo .*--no-sandbox.* > \/etc\/chromium\.d\/container\n/u);
    assert.doesNotMatch(text, /AS browsers|ms-playwright/u);
  });
  it('have no driver where only a browser is asked for', () => assert.doesNotMatch(dockerfile('pyppeteer\n'), /SE_CHROMEDRIVER|chromium-driver/u));
  it('get room for their processes', () => {
    for (const name of ['playwright', 'selenium']) {
      const { limits, tmpfs } = runtime(appOf(`${name}\n`));
      assert.deepEqual([limits, tmpfs], [{ cpus: 1, memory: 1024, pids: 1024 }, ['/tmp:mode=1777,size=256m']], name);
    }
    assert.deepEqual(runtime(appOf('')).tmpfs, []);
  });
  it('are in no image of an app that has them for its tests alone', () => {
    const files = { 'pyproject.toml': '[project]\nname = "shop"\nversion = "1"\ndependencies = ["flask"]\n[dependency-groups]\ndev = ["playwright"]\n', 'app.py': 'from flask import Flask\napp = Flask(__name__)\n' };
    assert.deepEqual(scan(memoryRepository(files), stacks, technologies).apps[0]!.systemPackages, { build: [], runtime: [] });
  });
});
