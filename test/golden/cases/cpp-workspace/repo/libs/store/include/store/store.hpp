#pragma once
#include <optional>
#include <string>

#include <hiredis/hiredis.h>

namespace parcels {
/** A connection to the store that REDIS_URL names. */
class Store {
public:
    Store();
    ~Store();
    Store(const Store &) = delete;
    void push(const std::string &parcel);
    std::optional<std::string> take(int seconds);

private:
    redisContext *context_;
};
}
