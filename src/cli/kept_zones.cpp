#include "cli/kept_zones.hpp"

#include <system_error>
#include <vector>

#include "cli/count_facts.hpp"
#include "cli/index_facts.hpp"
#include "cli/new_file.hpp"
#include "domain/file_name.hpp"
#include "store/sha256.hpp"

namespace reddline::cli {

namespace {

constexpr const char* kept_name = "zones.cut";

/// Stands for everything that cut zones depend on.
std::string key_of(const LoadedTables& tables, const gdal_io::Landscape& landscape,
                   const std::vector<std::string>& zone_files, InputDigests& digests) {
    for (const auto& work : digests.work_for(zone_files))
        work();
    std::vector<CountFact> facts = program_facts();
    for (const auto& more : {zone_facts(tables), landscape.layout()})
        facts.insert(facts.end(), more.begin(), more.end());
    for (const std::string& file : zone_files)
        facts.push_back({file_name_of(file), digests.of(file).sha256});
    std::string text;
    for (const CountFact& fact : facts)
        text +=
            std::to_string(fact.name.size()) + " " + fact.name + std::to_string(fact.value.size()) + " " + fact.value;
    return store::hexadecimal(store::sha256(text));
}

}  // namespace

KeptZones::KeptZones(const std::string& directory, InputDigests& digests)
    : path_{std::filesystem::path(directory) / kept_name}, digests_{digests} {}

ZonesOnTiles KeptZones::zones_of(const LoadedTables& tables, const gdal_io::Landscape& landscape) {
    std::vector<std::string> files = gdal_io::zone_files(zone_sources(tables));
    const std::string key = key_of(tables, landscape, files, digests_);
    std::error_code error;
    if (std::filesystem::is_regular_file(path_, error)) {
        auto cut = store::parse_cut_zones(read_text(path_.string()), key);
        if (cut) return {std::move(*cut), std::move(files)};
    }
    ZonesOnTiles zones = cut_zones(tables, landscape);
    to_keep_ = store::cut_zones_bytes(zones.cut, key);
    return zones;
}

void KeptZones::keep() const {
    if (to_keep_) write_whole(path_, *to_keep_);
}

}  // namespace reddline::cli
