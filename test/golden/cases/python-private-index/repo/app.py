import os

from flask import Flask

app = Flask(__name__)
app.config["GREETING"] = os.environ.get("GREETING", "Hello")


@app.get("/")
def index():
    return f"{app.config['GREETING']} from Flask"


@app.get("/healthz")
def healthz():
    return {"status": "ok"}


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=5000, debug=True)
