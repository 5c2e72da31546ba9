import express from 'express';
import { chromium } from 'playwright';

const app = express();
// left alone, a signal ends the program and the browser with it: the library would close the browser and let the program go on
const browser = await chromium.launch({ handleSIGTERM: false });

app.get('/healthz', (request, response) => response.send('ok'));

app.get('/', async (request, response) => {
  const tab = await browser.newPage();
  try {
    await tab.setContent('<h1></h1><script>document.querySelector("h1").textContent = ["seen", "by", "Playwright"].join(" ");</script>');
    response.type('text').send(await tab.textContent('h1'));
  } finally {
    await tab.close();
  }
});

app.listen(process.env.PORT ?? 3000);
