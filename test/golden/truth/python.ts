import type { ImageTruth } from './truth.js';

const gunicorn = (port: number, target: string): readonly string[] => ['gunicorn', '--bind', `0.0.0.0:${port}`, '--worker-tmp-dir', '/dev/shm', '--access-logfile', '-', target];
const uvicorn = (target: string): readonly string[] => ['uvicorn', '--host', '0.0.0.0', '--port', '8000', target];
const reloading = ([server = '', ...rest]: readonly string[]): readonly string[] => [server, '--reload', ...rest];
const common = { path: '.', language: 'python', packageManager: 'pip' } as const;
/** One Flask app; what differs between its cases is the package manager. */
const ledger = {
  ...common, frameworks: ['flask'], version: '3.13', port: 8000, health: '/health',
  start: gunicorn(8000, 'app:app'),
  development: ['flask', '--app', 'app.py:app', 'run', '--debug', '--host', '0.0.0.0', '--port', '8000'],
} as const;

export const pythonTruth: ImageTruth = {
  'python-flask': [{
    ...common, frameworks: ['flask'], version: '3.13', port: 8000, health: '/healthz',
    start: gunicorn(8000, 'app:app'),
    development: ['flask', '--app', 'app.py:app', 'run', '--debug', '--host', '0.0.0.0', '--port', '8000'],
    environment: { WEB_CONCURRENCY: '2', FORWARDED_ALLOW_IPS: '*' },
  }],
  'python-fastapi': [{ ...common, frameworks: ['fastapi'], version: '3.13', port: 8000, health: '/health', start: uvicorn('app.main:app'), development: reloading(uvicorn('app.main:app')) }],
  'python-django-celery': [{
    ...common, frameworks: ['django'], version: '3.13', port: 8000, health: '/healthz',
    start: gunicorn(8000, 'shop.wsgi:application'),
    development: ['python', 'manage.py', 'runserver', '0.0.0.0:8000'],
    build: ['python', 'manage.py', 'collectstatic', '--noinput'],
    jobs: { migrate: ['python', 'manage.py', 'migrate', '--noinput'] },
    workers: {
      worker: ['celery', '-A', 'shop', 'worker', '--loglevel', 'INFO', '--concurrency', '2'],
      beat: ['celery', '-A', 'shop', 'beat', '--loglevel', 'INFO', '--pidfile', '/tmp/celerybeat.pid', '--schedule', '/tmp/celerybeat-schedule'],
    },
    uses: ['postgres', 'redis'],
  }],
  // Starlette, Introduction: an ASGI server that points at the application
  'python-starlette': [{ ...common, frameworks: ['starlette'], version: '3.13', port: 8000, health: '/healthz', start: uvicorn('main:app'), development: reloading(uvicorn('main:app')) }],
  // Quart brings Hypercorn, whose documents give 127.0.0.1:8000 as the default of `bind`; 5000 is the port of Quart's own development server
  'python-quart': [{ ...common, frameworks: ['quart'], version: '3.13', port: 8000, health: '/health', start: ['hypercorn', '--bind', '0.0.0.0:8000', 'app:app'], development: ['hypercorn', '--reload', '--bind', '0.0.0.0:8000', 'app:app'] }],
  // Sanic, Running Sanic: the command takes module:variable
  'python-sanic': [{ ...common, frameworks: ['sanic'], version: '3.13', port: 8000, health: '/healthz', start: ['sanic', 'server:app', '--host=0.0.0.0', '--port=8000'], development: ['sanic', 'server:app', '--host=0.0.0.0', '--port=8000', '--dev'] }],
  // Streamlit, Deploy using Docker: port 8501, /_stcore/health
  'python-streamlit': [{
    ...common, frameworks: ['streamlit'], version: '3.13', port: 8501, health: '/_stcore/health',
    start: ['streamlit', 'run', 'app.py', '--server.address=0.0.0.0', '--server.port=8501', '--server.headless=true', '--browser.gatherUsageStats=false'],
    development: ['streamlit', 'run', 'app.py', '--server.address=0.0.0.0', '--server.port=8501', '--server.headless=true', '--server.runOnSave=true', '--browser.gatherUsageStats=false'],
  }],
  'python-gradio': [{ ...common, frameworks: ['gradio'], version: '3.13', port: 7860, start: ['python', 'app.py'], development: ['reload', 'python', 'app.py'] }],
  // aiohttp, Web Server Quickstart: run_app listens on every interface, port 8080; it does not reload
  'python-aiohttp': [{ ...common, frameworks: ['aiohttp'], version: '3.13', port: 8080, health: '/healthz', start: ['python', 'main.py'], development: ['reload', 'python', 'main.py'] }],
  // Bottle, Deployment: the application object under a WSGI server
  'python-bottle': [{ ...common, frameworks: ['bottle'], version: '3.13', port: 8080, health: '/healthz', start: gunicorn(8080, 'app:app'), development: reloading(gunicorn(8080, 'app:app')) }],
  // Channels, Deploying: Daphne with the routing of asgi.py; its runserver serves both protocols in development
  'python-channels': [{
    ...common, frameworks: ['django', 'channels'], version: '3.13', port: 8000, health: '/healthz',
    start: ['daphne', '-b', '0.0.0.0', '-p', '8000', 'chat.asgi:application'],
    development: ['python', 'manage.py', 'runserver', '0.0.0.0:8000'],
    jobs: { migrate: ['python', 'manage.py', 'migrate', '--noinput'] },
    uses: ['redis'],
  }],
  // Dash, Deploy Your Dash App: the WSGI application is the server inside; app.run reads HOST and PORT
  'python-dash': [{ ...common, frameworks: ['dash'], version: '3.13', port: 8000, health: '/healthz', start: gunicorn(8000, 'app:server'), development: ['env', 'HOST=0.0.0.0', 'python', 'app.py'] }],
  // Litestar, Deployment: an ASGI server that points at the application
  'python-litestar': [{ ...common, frameworks: ['litestar'], version: '3.13', port: 8000, health: '/healthz', start: uvicorn('app:app'), development: reloading(uvicorn('app:app')) }],
  // Tornado, Running and deploying: a program of its own; /ping answers POST only
  'python-tornado': [{ ...common, frameworks: ['tornado'], version: '3.13', port: 8888, health: '/healthz', start: ['python', 'main.py'], development: ['reload', 'python', 'main.py'] }],
  'python-falcon': [{ ...common, frameworks: ['falcon'], version: '3.13', port: 8000, health: '/healthz', start: gunicorn(8000, 'app:app'), development: reloading(gunicorn(8000, 'app:app')) }],
  // Pyramid's factory is called with the settings of its file; that file listens on the loopback address, gunicorn's --paste reads the rest
  'python-pyramid': [{
    ...common, frameworks: ['pyramid'], version: '3.13', port: 8000, health: '/healthz',
    start: [...gunicorn(8000, '').slice(0, -1), '--paste', 'production.ini'],
    development: [...reloading(gunicorn(8000, '')).slice(0, -1), '--paste', 'development.ini'],
  }],
  // Airflow 3, Architecture: API server, scheduler and DAG processor are processes of their own that share a database, which is migrated first
  'python-airflow': [{
    ...common, frameworks: ['airflow'], version: '3.13', port: 8080, health: '/api/v2/monitor/health',
    start: ['airflow', 'api-server'], development: ['airflow', 'api-server'],
    jobs: { migrate: ['airflow', 'db', 'migrate'] },
    workers: { scheduler: ['airflow', 'scheduler'], 'dag-processor': ['airflow', 'dag-processor'], triggerer: ['airflow', 'triggerer'] },
    environment: { AIRFLOW__CORE__DAGS_FOLDER: '/app/dags', AIRFLOW__CORE__LOAD_EXAMPLES: 'False' },
    uses: ['postgres'],
  }],
  'python-poetry': [{ ...ledger, packageManager: 'poetry' }],
  'python-pdm': [{ ...ledger, packageManager: 'pdm' }],
  'python-uv': [{ ...ledger, packageManager: 'uv' }],
  'python-pipenv': [{ ...ledger, packageManager: 'pipenv' }],
  // pip takes a path from where it runs and an include from its file: both lead above the app's folder
  'python-local': [{
    ...common, path: 'services/shop', frameworks: ['flask'], version: '3.13', port: 8000, health: '/healthz', start: gunicorn(8000, 'app:app'),
    development: ['flask', '--app', 'app.py:app', 'run', '--debug', '--host', '0.0.0.0', '--port', '8000'],
  }],
  // uv, Using workspaces: a member is built from its source, and so is what it needs of the others; psycopg2 comes with one of them
  'python-uv-workspace': [{
    ...common, path: 'apps/api', packageManager: 'uv', frameworks: ['fastapi'], version: '3.13', port: 8000, health: '/healthz',
    start: uvicorn('main:app'), development: reloading(uvicorn('main:app')), uses: ['postgres'],
  }],
  // pip, Configuration: an environment variable goes before the file of PIP_CONFIG_FILE, and requirements name variables of their own
  'python-private-index': [{
    ...common, frameworks: ['flask'], version: '3.13', port: 8000, health: '/healthz', start: gunicorn(8000, 'app:app'),
    development: ['flask', '--app', 'app.py:app', 'run', '--debug', '--host', '0.0.0.0', '--port', '8000'],
  }],
  'python-conda': [{ ...ledger, packageManager: 'conda' }],
  // the library starts the build of Chromium that was made for its version, from a folder of the image; Selenium's driver finds Debian's
  'python-playwright': [{ ...common, frameworks: ['fastapi'], version: '3.13', port: 8000, health: '/health', start: uvicorn('main:app'), development: reloading(uvicorn('main:app')) }],
  'python-selenium': [{
    ...common, frameworks: ['flask'], version: '3.13', port: 8000, health: '/healthz', start: gunicorn(8000, 'app:app'),
    development: ['flask', '--app', 'app.py:app', 'run', '--debug', '--host', '0.0.0.0', '--port', '8000'],
  }],
};
