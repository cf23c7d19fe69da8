#pragma once

#include <nlohmann/json_fwd.hpp>

#include "report/document.hpp"

namespace reddline::report {

/// What a report says, as it stands in audit.json.
[[nodiscard]] nlohmann::ordered_json document_json(const Document& document);

/// The same, read back. Errors: nlohmann::json::exception where it is something else.
[[nodiscard]] Document document_in(const nlohmann::ordered_json& audit);

}  // namespace reddline::report
