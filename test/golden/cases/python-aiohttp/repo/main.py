from aiohttp import web

routes = web.RouteTableDef()


@routes.get("/")
async def index(request):
    return web.Response(text="from aiohttp")


@routes.get("/healthz")
async def healthz(request):
    return web.json_response({"status": "ok"})


app = web.Application()
app.add_routes(routes)

if __name__ == "__main__":
    web.run_app(app)
