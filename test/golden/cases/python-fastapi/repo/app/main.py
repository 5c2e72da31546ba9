from fastapi import FastAPI

app = FastAPI(title="Weather")


@app.get("/")
def index():
    return {"city": "Lyon"}


@app.get("/health")
def health():
    return {"status": "ok"}
