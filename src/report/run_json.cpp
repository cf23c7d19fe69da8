#include "report/run_json.hpp"

#include <nlohmann/json.hpp>

namespace reddline::report {

using Json = nlohmann::ordered_json;

std::string run_json(const Provenance& provenance) {
    Json json{{"schema", 1},
              {"command", provenance.command},
              {"version", provenance.version},
              {"commit", provenance.commit},
              {"compiler", provenance.compiler}};
    json["libraries"] = Json::object();
    for (const auto& [name, version] : provenance.libraries)
        json["libraries"][name] = version;
    json["pixels_read"] = provenance.pixels_read;
    json["default_reading"] = provenance.default_reading;
    json["label"] = provenance.label;
    json["inputs"] = Json::array();
    for (const InputFile& file : provenance.inputs) {
        json["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

std::string timing_json(const std::vector<std::pair<std::string, double>>& seconds, std::size_t threads) {
    Json json{{"threads", threads}};
    json["seconds"] = Json::object();
    for (const auto& [stage, duration] : seconds)
        json["seconds"][stage] = duration;
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
