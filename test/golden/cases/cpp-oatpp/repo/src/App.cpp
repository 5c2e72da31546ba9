#include <cstdlib>

#include <mongocxx/client.hpp>
#include <mongocxx/instance.hpp>

#include "AppComponent.hpp"
#include "controller/LedgerController.hpp"
#include "oatpp/Environment.hpp"
#include "oatpp/network/Server.hpp"

int main() {
  oatpp::Environment::init();
  {
    mongocxx::instance instance{};
    mongocxx::client client{mongocxx::uri{std::getenv("MONGODB_URI")}};
    AppComponent components;
    OATPP_COMPONENT(std::shared_ptr<oatpp::web::server::HttpRouter>, router);
    router->addController(std::make_shared<LedgerController>(std::make_shared<oatpp::web::mime::ContentMappers>()));
    OATPP_COMPONENT(std::shared_ptr<oatpp::network::ConnectionHandler>, handler);
    OATPP_COMPONENT(std::shared_ptr<oatpp::network::ServerConnectionProvider>, provider);
    oatpp::network::Server server(provider, handler);
    server.run();
  }
  oatpp::Environment::destroy();
}
