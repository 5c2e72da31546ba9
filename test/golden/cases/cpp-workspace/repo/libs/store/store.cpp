#include "store/store.hpp"

#include <cstdlib>
#include <regex>
#include <stdexcept>

namespace parcels {
Store::Store() : context_(nullptr) {
    // redis://:password@host:port/0
    const char *url = std::getenv("REDIS_URL");
    const std::string text = url == nullptr ? "redis://localhost:6379" : url;
    std::smatch part;
    if (!std::regex_match(text, part, std::regex("redis://(?:([^:@]*):([^@]*)@)?([^:/]+)(?::(\\d+))?(?:/\\d*)?"))) throw std::runtime_error("REDIS_URL is no address");
    context_ = redisConnect(part[3].str().c_str(), part[4].matched ? std::stoi(part[4]) : 6379);
    if (context_ == nullptr || context_->err != 0) throw std::runtime_error("no connection to the store");
    if (part[2].matched) freeReplyObject(redisCommand(context_, "AUTH %s", part[2].str().c_str()));
}

Store::~Store() { redisFree(context_); }

void Store::push(const std::string &parcel) { freeReplyObject(redisCommand(context_, "LPUSH parcels %b", parcel.data(), parcel.size())); }

std::optional<std::string> Store::take(int seconds) {
    auto *reply = static_cast<redisReply *>(redisCommand(context_, "BRPOP parcels %d", seconds));
    if (reply == nullptr) throw std::runtime_error("the store has gone");
    std::optional<std::string> parcel;
    if (reply->type == REDIS_REPLY_ARRAY) parcel = std::string(reply->element[1]->str, reply->element[1]->len);
    freeReplyObject(reply);
    return parcel;
}
}
