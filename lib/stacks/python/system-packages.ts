import type { SystemPackages } from '../../discovery/findings.js';
import type { Located } from '../../discovery/manifest.js';
import { debianBrowser, playwrightBrowser } from '../browsers.js';

const compiler = ['gcc', 'libc6-dev'];

/** Debian packages (trixie) that libraries without a complete wheel need. Pillow, lxml, psycopg2-binary and the like bring everything. */
const table: Readonly<Record<string, SystemPackages>> = {
  psycopg2: { build: [...compiler, 'libpq-dev'], runtime: ['libpq5'] },
  'psycopg[c]': { build: [...compiler, 'libpq-dev'], runtime: ['libpq5'] },
  psycopg: { build: [], runtime: ['libpq5'] },
  mysqlclient: { build: [...compiler, 'default-libmysqlclient-dev', 'pkg-config'], runtime: ['libmariadb3'] },
  mariadb: { build: [...compiler, 'libmariadb-dev'], runtime: ['libmariadb3'] },
  pycairo: { build: [...compiler, 'libcairo2-dev', 'pkg-config'], runtime: ['libcairo2'] },
  xhtml2pdf: { build: [...compiler, 'libcairo2-dev', 'pkg-config'], runtime: ['libcairo2'] },
  weasyprint: { build: [], runtime: ['libpango-1.0-0', 'libpangoft2-1.0-0', 'libharfbuzz-subset0'] },
  cairosvg: { build: [], runtime: ['libcairo2'] },
  'python-ldap': { build: [...compiler, 'libldap-dev', 'libsasl2-dev'], runtime: ['libldap2', 'libsasl2-2'] },
  'django-auth-ldap': { build: [...compiler, 'libldap-dev', 'libsasl2-dev'], runtime: ['libldap2', 'libsasl2-2'] },
  xmlsec: { build: [...compiler, 'libxml2-dev', 'libxmlsec1-dev', 'pkg-config'], runtime: ['libxmlsec1-openssl'] },
  'python3-saml': { build: [...compiler, 'libxml2-dev', 'libxmlsec1-dev', 'pkg-config'], runtime: ['libxmlsec1-openssl'] },
  gdal: { build: ['g++', 'libgdal-dev'], runtime: ['libgdal36'] },
  // imgkit and pdfkit call wkhtmltopdf, which Debian 13 has no more: the project has to bring it
  pyodbc: { build: [], runtime: ['unixodbc'] },
  pydub: { build: [], runtime: ['ffmpeg'] },
  moviepy: { build: [], runtime: ['ffmpeg'] },
  'ffmpeg-python': { build: [], runtime: ['ffmpeg'] },
  'opencv-python': { build: [], runtime: ['libgl1', 'libglib2.0-0t64'] },
  'opencv-contrib-python': { build: [], runtime: ['libgl1', 'libglib2.0-0t64'] },
  playwright: playwrightBrowser,
  'scrapy-playwright': playwrightBrowser,
  selenium: debianBrowser('chromium-driver'),
  // it has no variable for a browser: the program names /usr/bin/chromium, or it fetches an old build for itself
  pyppeteer: debianBrowser(),
  pytesseract: { build: [], runtime: ['tesseract-ocr'] },
  pdf2image: { build: [], runtime: ['poppler-utils'] },
  graphviz: { build: [], runtime: ['graphviz'] },
  pygraphviz: { build: [...compiler, 'libgraphviz-dev'], runtime: ['graphviz'] },
  'python-magic': { build: [], runtime: ['libmagic1t64'] },
  gitpython: { build: [], runtime: ['git'] },
  uwsgi: { build: compiler, runtime: [] },
  pycurl: { build: [...compiler, 'libcurl4-openssl-dev', 'libssl-dev'], runtime: ['libcurl4t64'] },
  pylibmc: { build: [...compiler, 'libmemcached-dev', 'zlib1g-dev'], runtime: ['libmemcached11t64'] },
  pyaudio: { build: [...compiler, 'portaudio19-dev'], runtime: ['libportaudio2'] },
};

/** psycopg's own wheel of C code brings its libpq. */
const bringsItsOwn = ['psycopg[binary]', 'psycopg[c]'];

export function systemPackagesOf(dependencies: readonly Located[], usesGeo: boolean): SystemPackages {
  const names = new Set(dependencies.map(({ name }) => name));
  const needed = [...names]
    .filter((name) => name !== 'psycopg' || !bringsItsOwn.some((each) => names.has(each)))
    .flatMap((name) => (Object.hasOwn(table, name) ? [table[name]!] : []));
  const fromGit = dependencies.some(({ evidence }) => /git\+/u.test(evidence.quote));
  const geo = usesGeo ? ['gdal-bin', 'libgeos-c1t64', 'libproj25'] : [];
  const browsers = needed.find((each) => each.browsers !== undefined)?.browsers;
  return {
    build: [...new Set([...needed.flatMap(({ build }) => build), ...(fromGit ? ['git'] : [])])].toSorted(),
    runtime: [...new Set([...needed.flatMap(({ runtime }) => runtime), ...geo])].toSorted(),
    ...(browsers === undefined ? {} : { browsers }),
  };
}
