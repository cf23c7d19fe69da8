#include "inputs/known_stratum.hpp"

#include <vector>

#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

std::vector<std::string> strata_of(const AuditCase& audit) {
    std::vector<std::string> names;
    for (const StrataMap& map : audit.maps) {
        for (const Stratum& stratum : map.legend.strata())
            names.push_back(stratum.name);
    }
    if (!audit.transitions) return names;
    for (const Stratum& stratum : audit.transitions->strata)
        names.push_back(stratum.name);
    return names;
}

}  // namespace

std::string read_known_stratum(const CsvTable& table, std::size_t row, const std::string& column,
                               const AuditCase& audit) {
    const std::string& name = table.filled(row, column);
    if (audit.kind_of(name)) return name;
    const std::vector<std::string> known = strata_of(audit);
    const std::string nearest =
        known.empty() ? "there is none" : "the nearest is " + in_quotes(nearest_name(name, known));
    table.fail(row, column, "a stratum of a legend or of the national matrix (" + nearest + ")");
}

}  // namespace reddline::inputs
