from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return "ledger"


@app.get("/health")
def health():
    return {"status": "ok"}
