#include <csignal>
#include <cstdlib>
#include <iostream>

#include <pistache/endpoint.h>
#include <pistache/router.h>

#include "store/store.hpp"

using namespace Pistache;

int main() {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);

    parcels::Store store;
    Rest::Router router;
    Rest::Routes::Get(router, "/health", [](const Rest::Request &, Http::ResponseWriter response) {
        response.send(Http::Code::Ok, "ok");
        return Rest::Route::Result::Ok;
    });
    Rest::Routes::Get(router, "/", [](const Rest::Request &, Http::ResponseWriter response) {
        response.send(Http::Code::Ok, "parcels are sorted");
        return Rest::Route::Result::Ok;
    });

    Http::Endpoint server(Address(Ipv4::any(), Port(9080)));
    server.init(Http::Endpoint::options().threads(2).flags(Tcp::Options::ReuseAddr));
    server.setHandler(router.handler());
    server.serveThreaded();
    int signal = 0;
    sigwait(&signals, &signal);
    server.shutdown();
}
