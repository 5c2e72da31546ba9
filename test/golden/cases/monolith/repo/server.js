const { createServer } = require('node:http');

const port = process.env.PORT || 4000;

createServer((request, response) => {
  response.end(`hello from ${process.env.GREETING_NAME || 'nobody'}\n`);
}).listen(port);
