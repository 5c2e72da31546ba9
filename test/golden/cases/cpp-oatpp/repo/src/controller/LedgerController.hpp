#pragma once
#include "oatpp/json/ObjectMapper.hpp"
#include "oatpp/macro/codegen.hpp"
#include "oatpp/web/server/api/ApiController.hpp"

#include OATPP_CODEGEN_BEGIN(ApiController)

class LedgerController : public oatpp::web::server::api::ApiController {
public:
  explicit LedgerController(const std::shared_ptr<oatpp::web::mime::ContentMappers> &mappers) : ApiController(mappers) {}

  ENDPOINT("GET", "/healthz", healthz) { return createResponse(Status::CODE_200, "ok"); }
  ENDPOINT("POST", "/entries", add) { return createResponse(Status::CODE_201, ""); }
};

#include OATPP_CODEGEN_END(ApiController)
