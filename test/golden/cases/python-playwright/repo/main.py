from contextlib import asynccontextmanager

from fastapi import FastAPI
from fastapi.responses import PlainTextResponse
from playwright.async_api import async_playwright

PAGE = '<h1></h1><script>document.querySelector("h1").textContent = ["seen", "by", "Playwright"].join(" ");</script>'


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with async_playwright() as library:
        app.state.browser = await library.chromium.launch()
        yield
        await app.state.browser.close()


app = FastAPI(lifespan=lifespan)


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.get("/", response_class=PlainTextResponse)
async def words():
    page = await app.state.browser.new_page()
    try:
        await page.set_content(PAGE)
        return await page.text_content("h1")
    finally:
        await page.close()
