#include <iostream>
#include <memory>
#include <string>

#include <absl/flags/flag.h>
#include <absl/flags/parse.h>
#include <grpcpp/grpcpp.h>

#include "greeter.grpc.pb.h"

ABSL_FLAG(uint16_t, port, 50061, "Port of the service");

class GreeterService final : public greeter::Greeter::Service {
    grpc::Status Greet(grpc::ServerContext *, const greeter::Name *request, greeter::Greeting *reply) override {
        reply->set_text("Good day, " + request->name());
        return grpc::Status::OK;
    }
};

int main(int argc, char **argv) {
    absl::ParseCommandLine(argc, argv);
    const std::string address = "0.0.0.0:" + std::to_string(absl::GetFlag(FLAGS_port));
    GreeterService service;
    grpc::ServerBuilder builder;
    builder.AddListeningPort(address, grpc::InsecureServerCredentials());
    builder.RegisterService(&service);
    std::unique_ptr<grpc::Server> server(builder.BuildAndStart());
    std::cout << "listening on " << address << std::endl;
    server->Wait();
}
