#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/deduction.hpp"
#include "domain/forest_rule.hpp"
#include "domain/history_rule.hpp"
#include "domain/loss_rate.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "domain/zone.hpp"

namespace reddline::inputs {

/// The loss product, as the audit file names it. Paths stand as written, not yet resolved or expanded.
struct LossEntry {
    std::vector<std::string> lossyear;
    std::vector<std::string> treecover2000;
    std::vector<std::string> datamask;  ///< empty = no data mask
    std::string release;
    LossCodes codes;
};

/// How a strata raster meets a grid that is not its own.
enum class Resample { none, nearest };

/// One [[strata]] entry: a raster, or polygons with an attribute.
struct StrataEntry {
    std::string name;
    std::vector<std::string> raster;  ///< empty when `vector` is given
    std::string vector;               ///< an OGR source; empty when `raster` is given
    std::string layer;                ///< of the OGR source; empty = its only layer
    std::string attribute;            ///< of the OGR source: holds the legend's codes
    int year = 0;
    std::string legend;
    Resample resample = Resample::none;
    StrataRole role = StrataRole::baseline;
};

/// One [[zones]] entry.
struct ZoneEntry {
    std::string name;
    ZoneRole role = ZoneRole::other;
    std::string source;
    std::string layer;     ///< empty = the only layer
    std::string where;     ///< OGR SQL; empty = all features
    std::string split_by;  ///< attribute; empty = all features are one zone
    std::string project;   ///< for a belt: the project zone it surrounds
};

/// [reference_level]: exactly one of the three is set.
struct ReferenceLevelEntry {
    std::string transitions;  ///< path of the national matrix; empty = not given
    std::string classes;      ///< path of the matrix's class table; empty = strata names and kinds from the legends
    std::optional<LossRate> rate;
    std::optional<HistoryRule> history;
};

/// The whole audit file, checked for form; nothing in it has been opened.
struct AuditFile {
    std::string title;
    std::string label;  ///< stated in every output, such as "synthetic landscape"; empty = none
    std::optional<LossEntry> loss;
    ForestRule forest;
    std::vector<double> canopy_sweep;
    std::vector<StrataEntry> strata;
    std::vector<ZoneEntry> zones;
    std::string factors;  ///< path; empty = no [carbon]
    std::optional<ReferenceLevelEntry> reference_level;
    std::optional<MonitoringPeriod> monitoring;
    std::vector<Deduction> deductions;
};

/// Reads the text of an audit file.
///
/// Errors: Error{audit_file} with `name:line:column` as subject for broken TOML, an unknown key (naming the nearest
///         known one), a missing key, a wrong type, value or date; Error{period_outside} when a period leaves the
///         loss product.
[[nodiscard]] AuditFile parse_audit_file(std::string_view text, const std::string& name);

}  // namespace reddline::inputs
