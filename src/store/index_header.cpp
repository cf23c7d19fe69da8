#include "store/index_header.hpp"

#include <nlohmann/json.hpp>

#include "domain/error.hpp"
#include "store/sha256.hpp"

namespace reddline::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;

Json json_of(const StampedFile& file) {
    return {{"path", file.path},
            {"bytes", file.stamp.bytes},
            {"content_changed_ns", file.stamp.content_changed_ns},
            {"entry_changed_ns", file.stamp.entry_changed_ns},
            {"inode", file.stamp.inode},
            {"sha256", file.sha256}};
}

StampedFile stamped_file(const Json& json) {
    return {json.at("path").get<std::string>(),
            {json.at("bytes").get<std::int64_t>(), json.at("content_changed_ns").get<std::int64_t>(),
             json.at("entry_changed_ns").get<std::int64_t>(), json.at("inode").get<std::uint64_t>()},
            json.at("sha256").get<std::string>()};
}

std::string text_of(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string header_json(const IndexHeader& header) {
    Json json{{"block_index", format}};
    json["counted_with"] = Json::object();
    for (const CountFact& fact : header.facts)
        json["counted_with"][fact.name] = fact.value;
    json["files"] = Json::array();
    for (const StampedFile& file : header.files)
        json["files"].push_back(json_of(file));
    json["cell_columns"] = header.cell.columns;
    json["cell_rows"] = header.cell.rows;
    json["cells"] = header.cells;
    json["left_out"] = header.left_out;
    json["why_left_out"] = header.why_left_out;
    json["places_sha256"] = header.places_sha256;
    json["sha256"] = hexadecimal(sha256(text_of(json)));
    return text_of(json);
}

IndexHeader parse_header(std::string_view text, const std::string& name) {
    const std::string remedy = "; make the index again with 'reddline index', or leave --index out";
    try {
        Json json = Json::parse(text);
        if (json.at("block_index") != format) {
            throw Error(ErrorCode::unreadable_file, name,
                        "expected a block index of format 1, found format " + json.at("block_index").dump() + remedy);
        }
        const auto sum = json.at("sha256").get<std::string>();
        json.erase("sha256");
        if (hexadecimal(sha256(text_of(json))) != sum) {
            throw Error(ErrorCode::unreadable_file, name,
                        "expected the header of a block index as it was written, found another" + remedy);
        }
        IndexHeader header;
        for (const auto& [fact, value] : json.at("counted_with").items())
            header.facts.push_back({fact, value.get<std::string>()});
        for (const Json& file : json.at("files"))
            header.files.push_back(stamped_file(file));
        header.cell = {json.at("cell_columns").get<std::int64_t>(), json.at("cell_rows").get<std::int64_t>()};
        header.cells = json.at("cells").get<std::int64_t>();
        header.left_out = json.at("left_out").get<std::int64_t>();
        header.why_left_out = json.at("why_left_out").get<std::string>();
        header.places_sha256 = json.at("places_sha256").get<std::string>();
        return header;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::unreadable_file, name,
                    "expected the header of a block index, found a text that cannot be read as that" + remedy);
    }
}

}  // namespace reddline::store
