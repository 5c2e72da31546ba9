import express from 'express';
import puppeteer from 'puppeteer';

const app = express();
// left alone, a signal ends the program and the browser with it: the library would close the browser and let the program go on
const browser = await puppeteer.launch({ handleSIGTERM: false });

app.get('/healthz', (request, response) => response.send('ok'));

/** A page with its words set by script, so that only a browser knows them. */
const page = '<h1></h1><script>document.querySelector("h1").textContent = ["Greetings", "from", "the", "browser"].join(" ");</script>';

app.get('/', async (request, response) => {
  const tab = await browser.newPage();
  try {
    await tab.setContent(page);
    const words = await tab.$eval('h1', (title) => title.textContent);
    const picture = await tab.pdf();
    response.type('text').send(`${words}, printed on ${picture.length > 1000 ? 'paper' : 'nothing'}`);
  } finally {
    await tab.close();
  }
});

app.listen(process.env.PORT ?? 3000);
