#include "cli/index_facts.hpp"

#include <utility>

#include "cli/count_facts.hpp"
#include "cli/version.hpp"
#include "domain/file_name.hpp"
#include "gdal_io/gdal_session.hpp"

namespace reddline::cli {

std::vector<CountFact> program_facts() {
    return {{"reddline", version_text()},
            {"GDAL", gdal_io::gdal_version()},
            {"GEOS", gdal_io::geos_version()},
            {"PROJ", gdal_io::proj_version()}};
}

std::vector<CountFact> index_facts(const LoadedTables& tables, const gdal_io::Landscape& landscape,
                                   const InputDigests& digests) {
    std::vector<CountFact> facts = program_facts();
    for (CountFact& fact : layer_facts(tables))
        facts.push_back(std::move(fact));
    // Cells know strata by their numbers.
    for (const StrataMap& map : tables.audit.maps) {
        std::string strata;
        for (const Stratum& stratum : map.legend.strata())
            strata += (strata.empty() ? "" : ", ") + stratum.name;
        facts.push_back({"strata[" + map.name + "].order", strata});
    }
    for (CountFact& fact : landscape.layout())
        facts.push_back(std::move(fact));
    for (const gdal_io::LayerFiles& layer : landscape.layer_files()) {
        std::size_t number = 0;
        for (const std::string& path : layer.files) {
            facts.push_back({layer.name + "[" + std::to_string(number++) + "] " + file_name_of(path),
                             "SHA-256 " + digests.of(path).sha256});
        }
    }
    return facts;
}

}  // namespace reddline::cli
