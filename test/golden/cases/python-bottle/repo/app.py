from bottle import Bottle, run

app = Bottle()


@app.get("/")
def index():
    return "from Bottle"


@app.get("/healthz")
def healthz():
    return {"status": "ok"}


if __name__ == "__main__":
    run(app, host="localhost", port=8080, reloader=True)
