#include "report/document_json.hpp"

#include <nlohmann/json.hpp>

namespace reddline::report {

using Json = nlohmann::ordered_json;

NLOHMANN_JSON_SERIALIZE_ENUM(BlockKind, {{BlockKind::paragraph, "paragraph"},
                                         {BlockKind::strong, "strong"},
                                         {BlockKind::lead, "lead"},
                                         {BlockKind::list, "list"},
                                         {BlockKind::table, "table"}})

namespace {

Json json_of(const Block& block) {
    Json json{{"kind", block.kind}};
    if (block.kind == BlockKind::table) {
        json["head"] = block.table.head;
        json["rows"] = block.table.rows;
        json["text_columns"] = block.table.text_columns;
    } else {
        json["lines"] = block.lines;
    }
    return json;
}

PlainTable table_in(const Json& json) {
    PlainTable table;
    json.at("head").get_to(table.head);
    json.at("rows").get_to(table.rows);
    json.at("text_columns").get_to(table.text_columns);
    for (auto& row : table.rows)
        row.resize(table.head.size());
    return table;
}

Block block_in(const Json& json) {
    Block block;
    json.at("kind").get_to(block.kind);
    if (block.kind == BlockKind::table) {
        block.table = table_in(json);
    } else {
        json.at("lines").get_to(block.lines);
    }
    return block;
}

}  // namespace

Json document_json(const Document& document) {
    Json sections = Json::array();
    for (const Section& section : document.sections) {
        Json blocks = Json::array();
        for (const Block& block : section.blocks)
            blocks.push_back(json_of(block));
        sections.push_back({{"key", section.key},
                            {"project", section.project},
                            {"level", section.level},
                            {"title", section.title},
                            {"blocks", blocks}});
    }
    return sections;
}

Document document_in(const Json& audit) {
    Document document{audit.at("title").get<std::string>(), audit.at("label").get<std::string>(), {}};
    for (const Json& json : audit.at("report")) {
        Section section{json.at("key").get<std::string>(),
                        json.at("project").get<std::string>(),
                        json.at("level").get<int>() == 2 ? 2 : 3,
                        json.at("title").get<std::string>(),
                        {}};
        for (const Json& block : json.at("blocks"))
            section.blocks.push_back(block_in(block));
        document.sections.push_back(section);
    }
    return document;
}

}  // namespace reddline::report
