#pragma once
#include <memory>
#include <string>

#include <hiredis/hiredis.h>

/** Counts visits in the store that REDIS_HOST and REDIS_PORT name. */
class Store {
public:
    Store();
    long long visit();

private:
    std::unique_ptr<redisContext, decltype(&redisFree)> context_;
};
