import falcon


class Index:
    def on_get(self, request, response):
        response.text = "from Falcon"


class Health:
    def on_get(self, request, response):
        response.media = {"status": "ok"}


app = falcon.App()
app.add_route("/", Index())
app.add_route("/healthz", Health())
