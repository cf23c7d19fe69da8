#include "report/data_package.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string_view>

#include "report/table_columns.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

std::string_view to_string(ColumnType type) {
    switch (type) {
        case ColumnType::string:
            return "string";
        case ColumnType::integer:
            return "integer";
        case ColumnType::number:
            return "number";
        case ColumnType::date:
            return "date";
    }
    return "string";
}

Json field_json(const Column& column, const std::string& name) {
    Json field{{"name", name}, {"type", to_string(column.type)}, {"description", column.meaning}};
    if (!column.unit.empty()) field["unit"] = column.unit;
    return field;
}

Json schema_json(const TableColumns& table, const std::vector<StrataMap>& maps) {
    Json schema{{"fields", Json::array()}, {"missingValues", {""}}};
    for (const Column& column : table.columns) {
        if (!column.name.empty()) schema["fields"].push_back(field_json(column, column.name));
        if (!column.name.empty()) continue;
        for (const StrataMap& map : maps)
            schema["fields"].push_back(field_json(column, map.name));
    }
    if (!table.primary_key.empty()) schema["primaryKey"] = table.primary_key;
    return schema;
}

Json resource_json(const InputFile& file, const std::vector<StrataMap>& maps) {
    const auto table = std::ranges::find(table_columns(), file.path, &TableColumns::file);
    Json resource{{"name", file.path.substr(0, file.path.rfind('.'))},
                  {"path", file.path},
                  {"profile", "tabular-data-resource"},
                  {"format", "csv"},
                  {"mediatype", "text/csv"},
                  {"encoding", "utf-8"},
                  {"bytes", file.bytes},
                  {"hash", "sha256:" + file.sha256}};
    resource["dialect"] = {{"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}};
    resource["schema"] = schema_json(*table, maps);
    return resource;
}

}  // namespace

std::string data_package_json(const std::string& title, const std::string& label, const std::vector<StrataMap>& maps,
                              std::span<const InputFile> tables) {
    Json json{{"profile", "tabular-data-package"}, {"name", "reddline-results"}, {"title", title}};
    if (!label.empty()) json["description"] = label;
    json["resources"] = Json::array();
    for (const InputFile& file : tables)
        json["resources"].push_back(resource_json(file, maps));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
