import express from 'express';
import { chromium } from 'playwright';

const app = express();

app.get('/healthz', (request, response) => response.send('ok'));

app.get('/', async (request, response) => {
  const browser = await chromium.launch();
  try {
    const tab = await browser.newPage();
    await tab.setContent('<h1></h1><script>document.querySelector("h1").textContent = ["seen", "by", "Playwright"].join(" ");</script>');
    response.type('text').send(await tab.textContent('h1'));
  } finally {
    await browser.close();
  }
});

app.listen(process.env.PORT ?? 3000);
