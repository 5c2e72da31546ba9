// Loaded into every Node process of the container by NODE_OPTIONS. Each one touches a file of its own from its event loop, so that
// a loop that is blocked or stopped leaves its file to grow old, and healthcheck.sh sees it. Nothing in here may disturb the worker.
import { mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';

const folder = '/tmp/heartbeat';
const staleAfter = 15_000;

try {
  mkdirSync(folder, { recursive: true });
  // left by processes of an earlier start, whose numbers may be given again
  for (const name of readdirSync(folder)) {
    if (Date.now() - statSync(`${folder}/${name}`).mtimeMs > staleAfter) rmSync(`${folder}/${name}`, { force: true });
  }
  const beat = () => {
    try {
      writeFileSync(`${folder}/${process.pid}`, '');
    } catch {
      clearInterval(timer);
    }
  };
  // not at once: a launcher that only waits for its child, without a turning loop, is never counted
  setTimeout(beat, 1000).unref();
  const timer = setInterval(beat, 5000).unref();
} catch {
  // no heartbeat is better than no worker: the health check reports it
}
