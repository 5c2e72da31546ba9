// Answers every request with one line.
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "light.hpp"

int main() {
    std::signal(SIGPIPE, SIG_IGN);
    const char *given = std::getenv("PORT");
    const int port = given != nullptr ? std::atoi(given) : 7171;

    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    const int on = 1;
    ::setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_ANY);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    if (::bind(listener, reinterpret_cast<sockaddr *>(&address), sizeof address) != 0 || ::listen(listener, 64) != 0) {
        std::cerr << "cannot listen on " << port << '\n';
        return 1;
    }
    std::cout << "listening on " << port << std::endl;
    for (;;) {
        const int client = ::accept(listener, nullptr, nullptr);
        if (client < 0) continue;
        char request[4096];
        if (::read(client, request, sizeof request) > 0) {
            const std::string body = lantern::text();
            const std::string answer = "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: " + std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
            (void)!::write(client, answer.data(), answer.size());
        }
        ::close(client);
    }
}
