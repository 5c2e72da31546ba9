// What this machine reaches.
import { connect } from 'node:net';
import type { Reached } from '../support/engine.js';

export async function tryConnect(host: string, port: number): Promise<Reached> {
  return await new Promise((resolve) => {
    const socket = connect({ host, port });
    const end = (answer: Reached): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3000, () => end('closed'));
    socket.on('connect', () => end('open')).on('error', () => end('closed'));
  });
}
