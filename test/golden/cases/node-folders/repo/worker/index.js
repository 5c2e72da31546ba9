
const timer = setInterval(() => console.log('hello worker'), 5000);
process.on('SIGTERM', () => clearInterval(timer));
