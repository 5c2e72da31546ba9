from sanic import Sanic
from sanic.response import json, text

app = Sanic("Relay")


@app.get("/")
async def index(request):
    return text("relay")


@app.get("/healthz")
async def health(request):
    return json({"status": "ok"})
