import type { Framework } from './framework.js';

export const streamlit = {
  id: 'streamlit',
  packages: ['streamlit'],
  modules: ['streamlit'],
  kind: 'program',
  defaultPort: 8501,
  constructors: [],
  refines: ['tornado', 'starlette', 'fastapi', 'flask'],
  // streamlit/docs, deploy with Docker
  health: '/_stcore/health',
  start: ({ file }, port) => ['streamlit', 'run', file, '--server.address=0.0.0.0', `--server.port=${port}`, '--server.headless=true', '--browser.gatherUsageStats=false'],
  development: ({ file }, port) => ['streamlit', 'run', file, '--server.address=0.0.0.0', `--server.port=${port}`, '--server.headless=true', '--server.runOnSave=true', '--browser.gatherUsageStats=false'],
} as const satisfies Framework;
