// `node --import ./test/support/die-at-write.mjs PROGRAM`: the process dies, as by a power cut, at one of the moments in which it
// touches the disk. DIE_AT is the number of the moment, each write has two: before it, and after half of it or right after it.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const wanted = Number(process.env.DIE_AT);
let moments = 0;

function moment(last) {
  moments += 1;
  if (moments !== wanted) return;
  last?.();
  process.kill(process.pid, 'SIGKILL');
  // the signal is delivered while this waits
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
}

const { writeFileSync } = fs;
fs.writeFileSync = (target, content, ...rest) => {
  moment();
  moment(() => writeFileSync(target, String(content).slice(0, String(content).length / 2), ...rest));
  return writeFileSync(target, content, ...rest);
};

for (const name of ['renameSync', 'rmSync', 'unlinkSync', 'mkdirSync', 'chmodSync']) {
  const original = fs[name];
  fs[name] = (...parameters) => {
    moment();
    const result = original(...parameters);
    moment();
    return result;
  };
}

syncBuiltinESMExports();
process.on('exit', () => {
  if (process.env.DIE_REPORT !== undefined) writeFileSync(process.env.DIE_REPORT, String(moments));
});
