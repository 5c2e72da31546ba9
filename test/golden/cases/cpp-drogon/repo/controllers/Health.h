#pragma once
#include <drogon/HttpController.h>

class Health : public drogon::HttpController<Health> {
public:
    METHOD_LIST_BEGIN
    ADD_METHOD_TO(Health::alive, "/health", drogon::Get);
    METHOD_LIST_END

    void alive(const drogon::HttpRequestPtr &request, std::function<void(const drogon::HttpResponsePtr &)> &&callback) const;
};
