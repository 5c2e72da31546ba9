from quart import Quart

app = Quart(__name__)


@app.get("/")
async def index():
    return "chat"


@app.get("/health")
async def health():
    return {"status": "ok"}
