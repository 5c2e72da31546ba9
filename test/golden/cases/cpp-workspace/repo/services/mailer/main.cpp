#include <atomic>
#include <csignal>
#include <iostream>

#include "store/store.hpp"

namespace {
std::atomic<bool> stopping{false};
}

int main() {
    std::signal(SIGTERM, [](int) { stopping = true; });
    parcels::Store store;
    while (!stopping) {
        if (const auto parcel = store.take(1)) std::cout << "sent " << *parcel << std::endl;
    }
}
