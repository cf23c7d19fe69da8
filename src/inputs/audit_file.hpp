#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/claim.hpp"
#include "domain/deduction.hpp"
#include "domain/forest_rule.hpp"
#include "domain/reading_limits.hpp"
#include "domain/reference_source.hpp"
#include "domain/sample_design.hpp"
#include "domain/sample_evidence.hpp"
#include "domain/stratum.hpp"
#include "domain/year.hpp"
#include "domain/zone.hpp"
#include "inputs/buffer_entry.hpp"
#include "inputs/uncertainty_entry.hpp"

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

/// [reference_level]: one or more ways to say what was expected.
struct ReferenceLevelEntry {
    std::string transitions;  ///< path of the national matrix; empty = not given
    std::string classes;      ///< path of the matrix's class table; empty = strata names and kinds from the legends
    std::vector<ReferenceSource> sources;  ///< the default first; their names are distinct
};

/// [claim]: what the audit file itself says of the claim, and the tables that say the rest.
struct ClaimEntry {
    Claim claim;         ///< without what the tables say; its zone is empty where none is named
    std::string losses;  ///< path of the reported losses; empty = not given
    std::string items;   ///< path of the reported amounts; empty = not given
};

/// Which rows of a table of points are taken.
struct PointsCondition {
    std::string column;
    std::string value;
    std::string text;  ///< as written
};

/// A table of points: its path, and what its columns are called. Empty = it has no such column.
struct PointsEntry {
    std::string file;
    std::string map;
    std::string reference;
    std::string stratum;  ///< empty: strata are the classes of the map
    std::string zone;
    std::string id;
    std::string x;
    std::string y;
    std::optional<PointsCondition> where;
};

/// [sample]: what the audit file itself says of reference points, and the tables that say the rest.
struct SampleEntry {
    std::string areas;   ///< path of the sizes of the strata
    std::string matrix;  ///< path of the error matrix; empty where points are given
    std::optional<PointsEntry> points;
    SamplingDesign design = SamplingDesign::stratified;
    std::string source;
    std::optional<Hectares> area;       ///< that the strata must add up to
    std::string zone;                   ///< that the whole sample speaks of; empty = not told
    std::optional<SampledYears> years;  ///< whose change the points show
    std::string changes;                ///< path of the classes that are loss; empty = not given
};

/// A number without a default, with where it comes from.
struct SourcedNumber {
    double value = 0.0;
    std::string source;
};

/// [biomass]: a map of above-ground biomass, and what makes carbon of it. Paths stand as written.
struct BiomassEntry {
    std::vector<std::string> agb;
    std::vector<std::string> standard_deviation;  ///< empty = not given
    int year = 0;                                 ///< that the map shows
    std::string source;
    Resample resample = Resample::none;
    SourcedNumber carbon_fraction;
    std::optional<SourcedNumber> root_ratio;  ///< one for all strata
    std::string root_ratios;                  ///< path of a table by stratum; empty = not given
    std::vector<std::string> zones;           ///< over which the means are taken; empty = all
    std::string strata;                       ///< name of a strata map; empty = the baseline map
};

/// The whole audit file, checked for form; nothing in it has been opened.
struct AuditFile {
    std::string title;
    std::string label;  ///< stated in every output, such as "synthetic landscape"; empty = none
    std::optional<LossEntry> loss;
    std::string areas;  ///< path of [project] areas: an audit of tables alone; empty = not given
    ForestRule forest;  ///< as [forest] gives it; without pixels nothing asks for it
    std::vector<double> canopy_sweep;
    std::vector<StrataEntry> strata;
    std::vector<ZoneEntry> zones;
    std::vector<std::string> factors;  ///< paths of the factor sets, the default first; empty = no [carbon]
    std::optional<ReferenceLevelEntry> reference_level;
    std::optional<MonitoringPeriod> monitoring;
    std::vector<Deduction> deductions;
    std::optional<ClaimEntry> claim;
    std::optional<SampleEntry> sample;
    ReadingLimits limits;
    std::optional<BiomassEntry> biomass;
    std::optional<SampleRules> sample_design;
    UncertaintyEntry uncertainty;
    std::optional<BufferEntry> buffer;
};

/// Reads the text of an audit file, with values replaced or added by `settings` (`apply_setting`) in their order.
///
/// Errors: Error{audit_file} with `name:line:column` as subject for broken TOML, an unknown key (naming the nearest
///         known one), a missing key, a wrong type, value or date, or sections that do not go together;
///         Error{period_outside} when a period leaves the loss product.
[[nodiscard]] AuditFile parse_audit_file(std::string_view text, const std::string& name,
                                         const std::vector<std::string>& settings = {});

}  // namespace reddline::inputs
