from fastapi import FastAPI
from ledger import balance

app = FastAPI()


@app.get("/")
def index() -> dict[str, str]:
    return {"balance": balance()}


@app.get("/healthz")
def healthz() -> dict[str, str]:
    return {"status": "ok"}
