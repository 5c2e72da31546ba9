#include <librdkafka/rdkafkacpp.h>

#include <Poco/DateTimeFormatter.h>
#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/Util/ServerApplication.h>

using namespace Poco::Net;

class Now : public HTTPRequestHandler {
    void handleRequest(HTTPServerRequest &, HTTPServerResponse &response) override { response.send() << Poco::DateTimeFormatter::format(Poco::Timestamp(), "%H:%M"); }
};

class Alive : public HTTPRequestHandler {
    void handleRequest(HTTPServerRequest &, HTTPServerResponse &response) override { response.send() << "ok"; }
};

class Factory : public HTTPRequestHandlerFactory {
    HTTPRequestHandler *createRequestHandler(const HTTPServerRequest &request) override {
        if (request.getURI() == "/healthz") return new Alive;
        return new Now;
    }
};

class Clock : public Poco::Util::ServerApplication {
    int main(const std::vector<std::string> &) override {
        std::string error;
        auto *configuration = RdKafka::Conf::create(RdKafka::Conf::CONF_GLOBAL);
        configuration->set("bootstrap.servers", std::getenv("KAFKA_BROKERS"), error);
        auto *producer = RdKafka::Producer::create(configuration, error);
        HTTPServer server(new Factory, ServerSocket(config().getInt("clock.port", 9980)), new HTTPServerParams);
        server.start();
        waitForTerminationRequest();
        server.stop();
        delete producer;
        return EXIT_OK;
    }
};

POCO_SERVER_MAIN(Clock)
