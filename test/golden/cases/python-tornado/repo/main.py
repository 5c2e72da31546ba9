import asyncio

import tornado.web


class Index(tornado.web.RequestHandler):
    def get(self):
        self.write("from Tornado")


class Health(tornado.web.RequestHandler):
    def get(self):
        self.write({"status": "ok"})


class Hooks(tornado.web.RequestHandler):
    def post(self):
        self.set_status(204)


def make_app():
    return tornado.web.Application([(r"/", Index), (r"/ping", Hooks), (r"/healthz", Health)])


async def main():
    make_app().listen(8888)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
