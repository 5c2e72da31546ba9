from flask import Flask
from pricing import price
from stamp import stamp

app = Flask(__name__)


@app.get("/")
def index():
    return stamp(f"a lamp costs {price(2)}")


@app.get("/healthz")
def healthz():
    return "ok"
