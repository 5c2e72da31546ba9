import assert from 'node:assert/strict';
import { best } from '../../../../lib/discovery/evidence.js';
import { memoryRepository } from '../../../../lib/discovery/memory-repository.js';
import { discoverCpp } from '../../../../lib/stacks/cpp/discover.js';
import { frameworks } from '../../../../lib/stacks/cpp/frameworks/registry.js';

const find = (code: string, files: Readonly<Record<string, string>> = {}) => {
  const { apps: [app] } = discoverCpp(memoryRepository({ 'CMakeLists.txt': 'project(shop CXX)\nadd_executable(shop main.cpp)\n', 'main.cpp': code, ...files }), []);
  return app === undefined ? undefined : [best(app.framework), best(app.port), best(app.bind), best(app.health)];
};

/** What the documents of each library show, and what is true of it. */
const shown: Readonly<Record<string, readonly (readonly [string, number, 'all' | 'loopback' | undefined, string | undefined])[]>> = {
  drogon: [
    ['#include <drogon/drogon.h>\nint main() { drogon::app().registerHandler("/healthz", h, {Get}).addListener("0.0.0.0", 80).run(); }', 80, 'all', '/healthz'],
    ['#include <drogon/HttpAppFramework.h>\nusing namespace drogon;\nint main() { app().addListener("127.0.0.1", 8848); app().run(); }', 8848, 'loopback', undefined],
  ],
  crow: [
    ['#include "crow.h"\nint main() { crow::SimpleApp app; CROW_ROUTE(app, "/ping")([](){ return "pong"; }); app.port(18080).multithreaded().run(); }', 18_080, 'all', '/ping'],
    ['#include <crow_all.h>\nint main() { crow::App<Log> app; app.bindaddr("127.0.0.1").port(4000).run(); }', 4000, 'loopback', undefined],
    ['#include <crow.h>\nint main() { crow::SimpleApp app; app.run(); }', 80, undefined, undefined],
    ['#include <crow.h>\nint main() { crow::SimpleApp app; app.port(port).run(); }', 18_080, undefined, undefined],
    ['#include <crow.h>\nint main() { crow::SimpleApp app; CROW_ROUTE(app, "/health").methods(crow::HTTPMethod::POST)(h); app.port(81).run(); }', 81, 'all', undefined],
  ],
  pistache: [
    ['#include <pistache/endpoint.h>\nusing namespace Pistache;\nint main() { Http::listenAndServe<HelloHandler>("*:9080"); }', 9080, 'all', undefined],
    ['#include <pistache/endpoint.h>\nint main() { Pistache::Address addr(Pistache::Ipv4::any(), Pistache::Port(9081)); Http::Endpoint server(addr); Routes::Get(router, "/ready", h); }', 9081, 'all', '/ready'],
  ],
  'cpp-httplib': [
    ['#include "httplib.h"\nint main() { httplib::Server svr; svr.Get("/health", h); svr.listen("0.0.0.0", 8080); }', 8080, 'all', '/health'],
    ['#include <httplib.h>\nint main() { using namespace httplib; Server svr; svr.listen("localhost", 1234); }', 1234, 'loopback', undefined],
  ],
  oatpp: [['#include "oatpp/network/Server.hpp"\nauto p = oatpp::network::tcp::server::ConnectionProvider::createShared({"0.0.0.0", 8001, oatpp::network::Address::IP_4});\nENDPOINT("GET", "/health", h) {}\nint main() { oatpp::network::Server server(p, c); }', 8001, 'all', '/health']],
  restinio: [
    ['#include <restinio/core.hpp>\nint main() { restinio::run(restinio::on_this_thread().port(8081).address("localhost").request_handler(h)); }', 8081, 'loopback', undefined],
    ['#include <restinio/all.hpp>\nint main() { router->http_get("/status", h); restinio::run(restinio::on_thread_pool(4).port(8082)); }', 8082, 'all', '/status'],
  ],
  poco: [['#include "Poco/Net/HTTPServer.h"\nint main() { ServerSocket svs(9981); HTTPServer srv(new F, svs, p); if (request.getURI() == "/ping") {} }', 9981, 'all', '/ping']],
  'boost-beast': [['#include <boost/beast/core.hpp>\nint main() { tcp::acceptor acceptor{ioc, {net::ip::make_address("0.0.0.0"), 8083}}; if (req.target() == "/health") {} }', 8083, 'all', '/health']],
  grpc: [['#include <grpcpp/grpcpp.h>\nint main() { ServerBuilder builder; builder.AddListeningPort("0.0.0.0:50052", c); }', 50_052, 'all', undefined]],
};

describe('frameworks of C and C++', () => {
  it('have what their documents show here', () => assert.deepEqual(Object.keys(shown).toSorted(), frameworks.map(({ id }) => id as string).toSorted()));
  for (const [id, cases] of Object.entries(shown)) {
    it(`${id} listens as its documents say`, () => {
      for (const [code, port, bind, health] of cases) assert.deepEqual(find(code), [id, port, bind, health], code);
    });
  }

  it('start with the words that their usage shows where they need some', () => {
    const code = '#include <boost/beast/core.hpp>\nint main(int argc, char** argv) { if (argc != 5) { std::cerr << "Usage: http-server <address> <port> <doc_root> <threads>\\n" << "Example:\\n" << "    http-server 127.0.0.1 8085 . 1\\n"; return 1; }\n tcp::acceptor acceptor{ioc, {net::ip::make_address(argv[1]), port}}; }';
    const { apps: [app] } = discoverCpp(memoryRepository({ 'CMakeLists.txt': 'project(shop CXX)\nadd_executable(shop main.cpp)\n', 'main.cpp': code }), []);
    assert.deepEqual([best(app!.commands.start), best(app!.commands.dev), best(app!.port)], [['/app/bin/shop', '0.0.0.0', '8085', '.', '1'], ['watch', 'shop', '0.0.0.0', '8085', '.', '1'], 8085]);
  });

  it('make no server of a client', () => {
    for (const code of ['#include <httplib.h>\nint main() { httplib::Client c("localhost", 8080); }', '#include <grpcpp/grpcpp.h>\nint main() { Greeter::NewStub(channel); }', '#include <drogon/HttpClient.h>\nint main() { auto c = drogon::HttpClient::newHttpClient("http://x"); }', '#include <boost/beast/http.hpp>\nint main() { tcp::resolver r(ioc); }']) {
      assert.equal(find(code), undefined, code);
    }
  });

  it('are none in the repository of the library itself', () => {
    const files = { 'CMakeLists.txt': 'project(drogon CXX)\nadd_executable(ctl main.cpp)\n' };
    assert.equal(find('#include <drogon/drogon.h>\nint main() { drogon::app().run(); }', files), undefined);
  });
});
