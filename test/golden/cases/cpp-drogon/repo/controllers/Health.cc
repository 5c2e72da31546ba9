#include "Health.h"

void Health::alive(const drogon::HttpRequestPtr &, std::function<void(const drogon::HttpResponsePtr &)> &&callback) const {
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setBody("ok");
    callback(response);
}
