import { Worker } from 'bullmq';
import { connection, invoiceFor, queueName } from '@studio/invoices';

const worker = new Worker(queueName, async ({ data }) => invoiceFor(data.hours), { connection });

process.on('SIGTERM', () => void worker.close().then(() => process.exit(0)));
