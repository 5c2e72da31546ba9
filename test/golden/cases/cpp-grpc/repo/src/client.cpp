#include <iostream>

#include <grpcpp/grpcpp.h>

#include "greeter.grpc.pb.h"

int main() {
    auto stub = greeter::Greeter::NewStub(grpc::CreateChannel("localhost:50061", grpc::InsecureChannelCredentials()));
    grpc::ClientContext context;
    greeter::Name name;
    greeter::Greeting greeting;
    if (!stub->Greet(&context, name, &greeting).ok()) return 1;
    std::cout << greeting.text() << '\n';
}
