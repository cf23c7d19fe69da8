#include "report/count_basis_json.hpp"

#include <nlohmann/json.hpp>

namespace reddline::report {

std::string count_basis_json(const CountBasis& basis) {
    using Json = nlohmann::ordered_json;
    Json json{{"schema", 1}};
    json["counted_with"] = Json::object();
    for (const CountFact& fact : basis.facts)
        json["counted_with"][fact.name] = fact.value;
    if (!basis.partial.empty()) json["partial"] = basis.partial;
    json["pixels_read"] = basis.pixels_read;
    json["inputs"] = Json::array();
    for (const InputFile& file : basis.inputs) {
        json["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
