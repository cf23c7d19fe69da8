#include "store/work_plan_file.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "domain/error.hpp"

namespace reddline::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;

Json json_of(const Provenance& provenance) {
    Json json{{"command", provenance.command},         {"version", provenance.version}, {"commit", provenance.commit},
              {"compiler", provenance.compiler},       {"libraries", Json::array()},    {"label", provenance.label},
              {"pixels_read", provenance.pixels_read}, {"inputs", Json::array()}};
    for (const auto& [name, version] : provenance.libraries)
        json["libraries"].push_back({name, version});
    for (const InputFile& file : provenance.inputs)
        json["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    return json;
}

Provenance provenance_in(const Json& json) {
    Provenance provenance;
    provenance.command = json.at("command").get<std::string>();
    provenance.version = json.at("version").get<std::string>();
    provenance.commit = json.at("commit").get<std::string>();
    provenance.compiler = json.at("compiler").get<std::string>();
    for (const Json& library : json.at("libraries"))
        provenance.libraries.emplace_back(library.at(0).get<std::string>(), library.at(1).get<std::string>());
    provenance.label = json.at("label").get<std::string>();
    provenance.pixels_read = json.at("pixels_read").get<std::int64_t>();
    for (const Json& file : json.at("inputs")) {
        provenance.inputs.push_back({file.at("path").get<std::string>(), file.at("bytes").get<std::int64_t>(),
                                     file.at("sha256").get<std::string>()});
    }
    return provenance;
}

Json json_of(const WorkUnit& unit) {
    return {{"tile", unit.tile},
            {"first_column", unit.first_column},
            {"end_column", unit.end_column},
            {"first_row", unit.first_row},
            {"end_row", unit.end_row},
            {"windows", unit.windows},
            {"pixels", unit.pixels},
            {"decoded_bytes", unit.decoded_bytes},
            {"inputs", unit.inputs}};
}

WorkUnit unit_in(const Json& json) {
    WorkUnit unit;
    unit.tile = json.at("tile").get<std::string>();
    unit.first_column = json.at("first_column").get<std::int64_t>();
    unit.end_column = json.at("end_column").get<std::int64_t>();
    unit.first_row = json.at("first_row").get<std::int64_t>();
    unit.end_row = json.at("end_row").get<std::int64_t>();
    unit.windows = json.at("windows").get<std::int64_t>();
    unit.pixels = json.at("pixels").get<std::int64_t>();
    unit.decoded_bytes = json.at("decoded_bytes").get<std::int64_t>();
    unit.inputs = json.at("inputs").get<std::vector<std::size_t>>();
    return unit;
}

}  // namespace

std::string work_plan_text(const WorkPlan& plan) {
    Json json{{"work_plan", format}, {"title", plan.title}, {"run", json_of(plan.provenance)}};
    json["inputs_of_tables"] = plan.inputs_of_tables;
    json["counted_with"] = Json::object();
    for (const CountFact& fact : plan.facts)
        json["counted_with"][fact.name] = fact.value;
    json["first_year"] = plan.first_year;
    json["last_year"] = plan.last_year;
    json["min_areas_ha"] = plan.min_areas_ha;
    json["maps"] = Json::array();
    for (const PlannedMap& map : plan.maps)
        json["maps"].push_back({{"name", map.name}, {"strata", map.strata}});
    json["zones_csv"] = plan.zones_csv;
    json["layer_findings_csv"] = plan.layer_findings_csv;
    json["units"] = Json::array();
    for (const WorkUnit& unit : plan.units)
        json["units"].push_back(json_of(unit));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

WorkPlan parse_work_plan(std::string_view text, const std::string& name) {
    const std::string remedy = "; give a directory that 'reddline crosstab --shard' wrote";
    try {
        const Json json = Json::parse(text);
        if (json.at("work_plan") != format) {
            throw Error(ErrorCode::unreadable_file, name,
                        "expected a plan of format 1, found format " + json.at("work_plan").dump() + remedy);
        }
        WorkPlan plan;
        plan.title = json.at("title").get<std::string>();
        plan.provenance = provenance_in(json.at("run"));
        plan.inputs_of_tables = json.at("inputs_of_tables").get<std::size_t>();
        for (const auto& [fact, value] : json.at("counted_with").items())
            plan.facts.push_back({fact, value.get<std::string>()});
        plan.first_year = json.at("first_year").get<int>();
        plan.last_year = json.at("last_year").get<int>();
        plan.min_areas_ha = json.at("min_areas_ha").get<std::vector<double>>();
        for (const Json& map : json.at("maps"))
            plan.maps.push_back({map.at("name").get<std::string>(), map.at("strata").get<std::vector<std::string>>()});
        plan.zones_csv = json.at("zones_csv").get<std::string>();
        plan.layer_findings_csv = json.at("layer_findings_csv").get<std::string>();
        for (const Json& unit : json.at("units"))
            plan.units.push_back(unit_in(unit));
        return plan;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::unreadable_file, name,
                    "expected the plan of a count, found a text that cannot be read as that" + remedy);
    }
}

}  // namespace reddline::store
