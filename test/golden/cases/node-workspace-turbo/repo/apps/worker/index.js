import { greeting } from '@shop/shared';

const timer = setInterval(() => console.log(greeting('worker')), 5000);
process.on('SIGTERM', () => clearInterval(timer));
