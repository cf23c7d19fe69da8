#include "store/cut_zones.hpp"

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "store/run_code.hpp"
#include "store/sha256.hpp"

namespace reddline::store {

namespace {

using Json = nlohmann::ordered_json;

constexpr int format = 1;

Json json_of(const ZoneExtent& extent) {
    return {{"name", extent.zone.name},       {"role", to_string(extent.zone.role)},
            {"entry", extent.zone.entry},     {"project", extent.zone.project},
            {"features", extent.features},    {"repaired", extent.repaired},
            {"pixels", extent.inside.pixels}, {"outside_pixels", extent.outside_pixels}};
}

ZoneExtent extent_in(const Json& json) {
    ZoneExtent extent;
    extent.zone.name = json.at("name").get<std::string>();
    extent.zone.role = zone_role_of(json.at("role").get<std::string>()).value_or(ZoneRole::other);
    extent.zone.entry = json.at("entry").get<std::string>();
    extent.zone.project = json.at("project").get<std::string>();
    extent.features = json.at("features").get<std::int64_t>();
    extent.repaired = json.at("repaired").get<std::int64_t>();
    extent.inside.pixels = json.at("pixels").get<std::int64_t>();
    extent.outside_pixels = json.at("outside_pixels").get<std::int64_t>();
    return extent;
}

Json json_of(const Finding& finding) {
    return {{"code", finding.code},
            {"severity", static_cast<int>(finding.severity)},
            {"subject", finding.subject},
            {"message", finding.message},
            {"evidence", finding.evidence}};
}

Finding finding_in(const Json& json) {
    return {json.at("code").get<std::string>(), static_cast<Severity>(json.at("severity").get<int>()),
            json.at("subject").get<std::string>(), json.at("message").get<std::string>(),
            json.at("evidence").get<std::string>()};
}

/// What stands behind the digest of the file.
std::string content_of(const CutZones& zones, const std::string& key) {
    Json header{{"cut_zones", format}, {"key", key}, {"zones", Json::array()}, {"findings", Json::array()}};
    for (const ZoneExtent& extent : zones.zones)
        header["zones"].push_back(json_of(extent));
    for (const Finding& finding : zones.findings)
        header["findings"].push_back(json_of(finding));
    return header.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n" + encoded(zones.runs);
}

CutZones zones_in(const Json& header) {
    CutZones zones;
    for (const Json& extent : header.at("zones"))
        zones.zones.push_back(extent_in(extent));
    for (const Json& finding : header.at("findings"))
        zones.findings.push_back(finding_in(finding));
    return zones;
}

}  // namespace

std::string cut_zones_bytes(const CutZones& zones, const std::string& key) {
    const std::string content = content_of(zones, key);
    return hexadecimal(sha256(content)) + "\n" + content;
}

std::optional<CutZones> parse_cut_zones(std::string_view bytes, const std::string& key) {
    const std::size_t digest_end = bytes.find('\n');
    if (digest_end == std::string_view::npos) return std::nullopt;
    const std::string_view content = bytes.substr(digest_end + 1);
    if (bytes.substr(0, digest_end) != hexadecimal(sha256(content))) return std::nullopt;
    const std::size_t line = content.find('\n');
    try {
        const Json header = Json::parse(content.substr(0, line));
        if (header.at("cut_zones") != format || header.at("key") != key) return std::nullopt;
        CutZones zones = zones_in(header);
        auto runs = decoded_runs(content.substr(line + 1));
        if (!runs) return std::nullopt;
        zones.runs = std::move(*runs);
        return zones;
    } catch (const Json::exception&) {
        return std::nullopt;
    }
}

}  // namespace reddline::store
