/** What both sides of the queue know. */
export const queueName = 'invoices';
export const connection = { url: process.env.REDIS_URL };

export const invoiceFor = (hours: number): string => `${hours} hours in the studio`;
