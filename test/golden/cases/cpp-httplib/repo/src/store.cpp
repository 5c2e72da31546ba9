#include "store.hpp"

#include <cstdlib>
#include <stdexcept>

namespace {
std::string env_or(const char *name, const std::string &fallback) {
    const char *value = std::getenv(name);
    return value == nullptr ? fallback : value;
}
}

Store::Store()
    : context_(redisConnect(env_or("REDIS_HOST", "127.0.0.1").c_str(), std::stoi(env_or("REDIS_PORT", "6379"))), &redisFree) {
    if (!context_ || context_->err != 0) throw std::runtime_error("no connection to the store");
    const std::string password = env_or("REDIS_PASSWORD", "");
    if (!password.empty()) freeReplyObject(redisCommand(context_.get(), "AUTH %s", password.c_str()));
}

long long Store::visit() {
    auto *reply = static_cast<redisReply *>(redisCommand(context_.get(), "INCR visits"));
    if (reply == nullptr || reply->type != REDIS_REPLY_INTEGER) throw std::runtime_error("the store does not count");
    const long long visits = reply->integer;
    freeReplyObject(reply);
    return visits;
}
