from pyramid.config import Configurator
from pyramid.response import Response


def index(request):
    return Response("from Pyramid")


def healthz(request):
    return Response("ok")


def main(global_config, **settings):
    config = Configurator(settings=settings)
    config.add_route("index", "/")
    config.add_view(index, route_name="index")
    config.add_route("healthz", "/healthz")
    config.add_view(healthz, route_name="healthz")
    return config.make_wsgi_app()
