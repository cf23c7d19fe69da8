#include "inputs/run_record.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>

#include "domain/error.hpp"

namespace reddline::inputs {

namespace {

using Json = nlohmann::ordered_json;

constexpr int known_schema = 1;

[[noreturn]] void fail(const std::string& name, const std::string& found) {
    throw Error(ErrorCode::table_malformed, name,
                "expected what every run writes to this file, found " + found +
                    "; name a directory that reddline wrote, as it was written");
}

InputFile input_in(const Json& json) {
    return {json.at("path").get<std::string>(), json.at("bytes").get<std::int64_t>(),
            json.at("sha256").get<std::string>()};
}

Provenance record_in(const Json& json) {
    Provenance record;
    record.command = json.at("command").get<std::string>();
    record.version = json.at("version").get<std::string>();
    record.commit = json.at("commit").get<std::string>();
    record.compiler = json.at("compiler").get<std::string>();
    for (const auto& [library, version] : json.at("libraries").items())
        record.libraries.emplace_back(library, version.get<std::string>());
    record.pixels_read = json.at("pixels_read").get<std::int64_t>();
    record.default_reading = json.at("default_reading").get<std::string>();
    record.label = json.at("label").get<std::string>();
    for (const Json& file : json.at("inputs"))
        record.inputs.push_back(input_in(file));
    return record;
}

}  // namespace

Provenance parse_run_record(std::string_view text, const std::string& name) {
    try {
        const Json json = Json::parse(text);
        if (json.at("schema").get<int>() != known_schema) fail(name, "schema " + json.at("schema").dump());
        Provenance record = record_in(json);
        if (record.inputs.empty()) fail(name, "no input in it");
        return record;
    } catch (const Json::exception&) {
        fail(name, "a text that cannot be read as that");
    }
}

}  // namespace reddline::inputs
