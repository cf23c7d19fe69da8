#include "report/data_package.hpp"

#include <algorithm>
#include <array>
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

Json table_json(const InputFile& file, const TableColumns& table, const std::vector<StrataMap>& maps) {
    Json resource{{"name", file.path.substr(0, file.path.rfind('.'))},
                  {"path", file.path},
                  {"profile", "tabular-data-resource"},
                  {"format", "csv"},
                  {"mediatype", "text/csv"},
                  {"encoding", "utf-8"},
                  {"bytes", file.bytes},
                  {"hash", "sha256:" + file.sha256}};
    resource["dialect"] = {{"delimiter", ","}, {"lineTerminator", "\n"}, {"quoteChar", "\""}, {"doubleQuote", true}};
    resource["schema"] = schema_json(table, maps);
    return resource;
}

struct Format {
    std::string_view ending;
    std::string_view media_type;
};

/// What the other files are.
constexpr std::array formats{Format{"tif", "image/tiff; application=geotiff; profile=cloud-optimized"},
                             Format{"png", "image/png"},
                             Format{"parquet", "application/vnd.apache.parquet"},
                             Format{"gpkg", "application/geopackage+sqlite3"},
                             Format{"json", "application/json"},
                             Format{"qml", "application/xml"},
                             Format{"xml", "application/xml"}};

/// A name as the specification allows it, which no resource before it has.
std::string resource_name(const std::string& path, const Json& resources) {
    std::string name;
    for (const char c : path) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        name += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
    }
    while (std::ranges::any_of(resources, [&](const Json& resource) { return resource.at("name") == name; }))
        name += "-";
    return name;
}

Json file_json(const InputFile& file, const Json& resources) {
    const std::string ending = file.path.substr(file.path.rfind('.') + 1);
    const auto* const format = std::ranges::find(formats, ending, &Format::ending);
    return {{"name", resource_name(file.path, resources)},
            {"path", file.path},
            {"profile", "data-resource"},
            {"format", ending},
            {"mediatype", format == formats.end() ? "application/octet-stream" : format->media_type},
            {"bytes", file.bytes},
            {"hash", "sha256:" + file.sha256}};
}

}  // namespace

std::string data_package_json(const std::string& title, const std::string& label, const std::vector<StrataMap>& maps,
                              std::span<const InputFile> files) {
    const auto table_of = [](const InputFile& file) {
        return std::ranges::find(table_columns(), file.path, &TableColumns::file);
    };
    const bool is_tabular =
        std::ranges::all_of(files, [&](const InputFile& file) { return table_of(file) != table_columns().end(); });
    Json json{{"profile", is_tabular ? "tabular-data-package" : "data-package"},
              {"name", "reddline-results"},
              {"title", title}};
    if (!label.empty()) json["description"] = label;
    json["resources"] = Json::array();
    for (const InputFile& file : files) {
        const auto table = table_of(file);
        json["resources"].push_back(table == table_columns().end() ? file_json(file, json["resources"])
                                                                   : table_json(file, *table, maps));
    }
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
