#include "inputs/count_basis.hpp"

#include <nlohmann/json.hpp>

#include "domain/error.hpp"

namespace reddline::inputs {

CountBasis parse_count_basis(std::string_view text, const std::string& name) {
    using Json = nlohmann::ordered_json;
    constexpr int known_schema = 1;
    try {
        const Json json = Json::parse(text);
        if (json.at("schema").get<int>() != known_schema) {
            throw Error(ErrorCode::crosstab_mismatch, name,
                        "expected a crosstab of schema 1, found schema " + json.at("schema").dump() +
                            "; run crosstab again with this version of the program");
        }
        CountBasis basis;
        for (const auto& [fact, value] : json.at("counted_with").items())
            basis.facts.push_back({fact, value.get<std::string>()});
        basis.partial = json.value("partial", "");
        basis.pixels_read = json.at("pixels_read").get<std::int64_t>();
        for (const Json& file : json.at("inputs")) {
            basis.inputs.push_back({file.at("path").get<std::string>(), file.at("bytes").get<std::int64_t>(),
                                    file.at("sha256").get<std::string>()});
        }
        return basis;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::crosstab_mismatch, name,
                    "expected what crosstab writes to this file, found a text that cannot be read as that; run "
                    "crosstab again");
    }
}

}  // namespace reddline::inputs
