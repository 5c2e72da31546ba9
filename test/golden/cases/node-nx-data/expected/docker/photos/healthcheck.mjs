// node healthcheck.mjs URL [any]: succeeds when the app answers without an error, with `any` when it answers at all.
// An HTTP answer proves that the event loop turns; an open port does not, because the kernel accepts for a stopped process too.
import { readFileSync } from 'node:fs';

const [url, accepted] = process.argv.slice(2);

// PID 1 hands on the signal that ends the container: while it is stopped itself, nothing does
const isStopped = / T /.test(readFileSync('/proc/1/stat', 'utf8').replace(/^.*\)/s, ''));
try {
  const { status } = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(4000) });
  process.exit(isStopped || (accepted !== 'any' && status >= 400) ? 1 : 0);
} catch {
  process.exit(1);
}
