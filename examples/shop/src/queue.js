import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import { config } from './config.js';

export const queueName = 'orders';

/** BullMQ workers block on Redis, so they must not give up on a request. */
export function connect() {
  return new Redis(config.redisUrl, { maxRetriesPerRequest: null });
}

export const orders = new Queue(queueName, { connection: connect() });
