import express from 'express';

const app = express();
app.get('/health', (request, response) => response.send("it's `fine` ${process.env.GREETING}"));
app.listen(process.env.PORT || 3300);
