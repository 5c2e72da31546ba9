#include <cstdlib>
#include <string>

#include <crow.h>
#include <pqxx/pqxx>

int main() {
    crow::SimpleApp app;

    CROW_ROUTE(app, "/up")([] { return "up"; });
    CROW_ROUTE(app, "/ships/<int>")([](int id) {
        pqxx::connection connection{std::getenv("DATABASE_URL")};
        pqxx::work work{connection};
        return work.query_value<std::string>("select name from ships where id = " + std::to_string(id));
    });
    // never called with GET
    CROW_ROUTE(app, "/ships").methods(crow::HTTPMethod::POST)([](const crow::request &) { return crow::response(201); });

    app.port(18081).multithreaded().run();
}
