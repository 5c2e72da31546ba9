import express from 'express';
express().get('/', (request, response) => response.send('hello')).listen(process.env.PORT ?? 3000);
