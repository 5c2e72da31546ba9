import { greeting } from '@shop/shared';
import { Worker } from 'bullmq';

const { hostname, port } = new URL(process.env.REDIS_URL ?? 'redis://localhost:6379');
const worker = new Worker('mail', async (job) => console.log(greeting(job.name)), { connection: { host: hostname, port: Number(port) } });
process.on('SIGTERM', () => void worker.close());
