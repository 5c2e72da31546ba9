from litestar import Litestar, get


@get("/")
async def index() -> str:
    return "from Litestar"


@get("/healthz")
async def healthz() -> dict[str, str]:
    return {"status": "ok"}


app = Litestar(route_handlers=[index, healthz])
