#include "store/part_file.hpp"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <utility>

#include "domain/error.hpp"
#include "store/cell_code.hpp"
#include "store/number_code.hpp"
#include "store/sha256.hpp"

namespace reddline::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;
constexpr const char* remedy = "; remove the file and run the same shard again";

Json json_of(const UnreadBlocks& unread) {
    return {{"layer", unread.layer},
            {"file", unread.file},
            {"block_columns", unread.block_columns},
            {"block_rows", unread.block_rows},
            {"blocks", unread.blocks}};
}

UnreadBlocks unread_blocks(const Json& json) {
    return {json.at("layer").get<std::string>(), json.at("file").get<std::string>(),
            json.at("block_columns").get<std::int64_t>(), json.at("block_rows").get<std::int64_t>(),
            json.at("blocks").get<std::vector<std::pair<std::int64_t, std::int64_t>>>()};
}

std::string counts_of(const std::vector<SetTables>& sets) {
    std::string bytes;
    put_number(sets.size(), bytes);
    for (const SetTables& set : sets) {
        put_number(set.zones.size(), bytes);
        std::uint32_t next = 0;
        for (const std::uint32_t zone : set.zones) {
            put_number(zone - next, bytes);
            next = zone + 1;
        }
        put_bytes(encoded(set.tables), bytes);
    }
    return bytes;
}

std::optional<std::vector<SetTables>> sets_in(std::string_view bytes) {
    Numbers numbers(bytes);
    std::vector<SetTables> sets(numbers.next_count());
    for (SetTables& set : sets) {
        set.zones.resize(numbers.next_count());
        std::uint32_t next = 0;
        for (std::uint32_t& zone : set.zones) {
            zone = next + numbers.next_as<std::uint32_t>();
            next = zone + 1;
        }
        auto tables = decoded(numbers.next_bytes());
        if (!tables) return std::nullopt;
        set.tables = std::move(*tables);
    }
    if (!numbers.all_good()) return std::nullopt;
    return sets;
}

}  // namespace

std::string part_bytes(const Part& part) {
    const std::string counts = counts_of(part.sets);
    Json header{{"part", format}, {"plan_sha256", part.plan_sha256}, {"unit", part.unit}};
    header["inputs"] = Json::array();
    for (const InputFile& file : part.inputs)
        header["inputs"].push_back({{"path", file.path}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    header["unread"] = Json::array();
    for (const UnreadBlocks& unread : part.unread)
        header["unread"].push_back(json_of(unread));
    header["counts_sha256"] = hexadecimal(sha256(counts));
    return header.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + counts;
}

Part parse_part(std::string_view bytes, const std::string& name) {
    const std::size_t line = bytes.find('\n');
    const std::string_view counts = line == std::string_view::npos ? "" : bytes.substr(line + 1);
    try {
        const Json header = Json::parse(bytes.substr(0, line));
        if (header.at("part") != format) {
            throw Error(ErrorCode::unreadable_file, name,
                        "expected a part of format 1, found format " + header.at("part").dump() + remedy);
        }
        Part part{header.at("plan_sha256").get<std::string>(), header.at("unit").get<std::size_t>(), {}, {}, {}};
        for (const Json& file : header.at("inputs")) {
            part.inputs.push_back({file.at("path").get<std::string>(), file.at("bytes").get<std::int64_t>(),
                                   file.at("sha256").get<std::string>()});
        }
        for (const Json& unread : header.at("unread"))
            part.unread.push_back(unread_blocks(unread));
        auto sets = sets_in(counts);
        if (!sets || header.at("counts_sha256") != hexadecimal(sha256(counts))) {
            throw Error(ErrorCode::unreadable_file, name,
                        "expected the counts as they were written, found others" + std::string(remedy));
        }
        part.sets = std::move(*sets);
        return part;
    } catch (const Json::exception&) {
        throw Error(ErrorCode::unreadable_file, name,
                    "expected a part of a count, found something that cannot be read as one" + std::string(remedy));
    }
}

}  // namespace reddline::store
