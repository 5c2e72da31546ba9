#include <cstdlib>
#include <iostream>
#include <mutex>

#include <httplib.h>
#include <nlohmann/json.hpp>

#include "store.hpp"

int main() {
    const char *given = std::getenv("PORT");
    const int port = given != nullptr ? std::atoi(given) : 9400;

    Store store;
    std::mutex turn;
    httplib::Server server;
    server.Get("/healthz", [](const httplib::Request &, httplib::Response &response) { response.set_content("ok", "text/plain"); });
    server.Get("/", [&](const httplib::Request &, httplib::Response &response) {
        const std::lock_guard lock(turn);
        response.set_content(nlohmann::json{{"visits", store.visit()}, {"greeting", "good day"}}.dump(), "application/json");
    });
    std::cout << "listening on " << port << std::endl;
    return server.listen("0.0.0.0", port) ? 0 : 1;
}
