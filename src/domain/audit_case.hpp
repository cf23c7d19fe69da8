#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "domain/carbon_stock.hpp"
#include "domain/claim.hpp"
#include "domain/credit_buffer.hpp"
#include "domain/crosstab.hpp"
#include "domain/declared_area.hpp"
#include "domain/deduction.hpp"
#include "domain/forest_rule.hpp"
#include "domain/reading_limits.hpp"
#include "domain/reference_source.hpp"
#include "domain/sample_evidence.hpp"
#include "domain/stratum.hpp"
#include "domain/transition_table.hpp"
#include "domain/uncertainty_rules.hpp"
#include "domain/year.hpp"
#include "domain/zone_extent.hpp"

namespace reddline {

/// Everything an audit looks at, once the pixels are counted: the accounting and the checks read nothing
/// else.
struct AuditCase {
    std::string title;
    std::string label;    ///< stated in every output, such as "synthetic landscape"; empty = none
    std::string release;  ///< of the loss product; empty where nothing was counted
    LossCodes codes;      ///< where nothing was counted, the years of the monitoring period
    ForestRule forest;
    std::vector<double> canopy_sweep;
    std::vector<StrataMap> maps;
    std::vector<ZoneExtent> zones;
    std::vector<CrosstabOfArea> crosstabs;  ///< minimum area 0 first; empty: an audit of tables alone
    std::vector<CarbonTable> factor_sets;   ///< the default first; empty = none given
    std::optional<TransitionTable> transitions;
    std::vector<ReferenceSource> references;  ///< the default first; empty = none given
    std::optional<MonitoringPeriod> monitoring;
    std::vector<Deduction> deductions;
    std::vector<DeclaredArea> declared_areas;  ///< of an audit of tables alone, in the order of the zones
    std::optional<Claim> claim;
    std::optional<SampleEvidence> sample;
    ReadingLimits limits;
    UncertaintyRules uncertainty{};
    std::optional<CreditBuffer> buffer{};

    /// True when pixels are counted, false in an audit of tables alone; known before they are.
    [[nodiscard]] bool has_pixels() const { return declared_areas.empty(); }
    /// The crosstab for a minimum area; it must be one of `crosstabs`.
    [[nodiscard]] const Crosstab& crosstab(double min_area_ha) const;
    /// The declared strata of a zone; none where pixels are counted.
    [[nodiscard]] std::span<const DeclaredArea> declared_in(std::size_t zone) const;
    /// Index of the zone of that name; nothing when there is none.
    [[nodiscard]] std::optional<std::size_t> zone_index(const std::string& name) const;
    /// Index of the strata map that the claim reads its forest types from; nothing when it names none.
    [[nodiscard]] std::optional<std::size_t> claimed_map() const;
    /// True when the audit holds a claim that speaks of the zone.
    [[nodiscard]] bool is_claimed(std::size_t zone) const;
    /// The displacement belts of a project: those that name it, and those that name none where there is only one project.
    [[nodiscard]] std::vector<std::size_t> belts_of(std::size_t project) const;
    /// What a stratum counts as, by the baseline map's legend, else by any legend, else by the national classes; nothing
    /// when none of them lists it.
    [[nodiscard]] std::optional<StratumKind> kind_of(const std::string& stratum) const;
    /// The national transitions, as far as the reading's reference level rests on them; null otherwise.
    [[nodiscard]] const TransitionTable* transitions_of(const Reading& reading) const;
    /// The factor set of the reading; null without factors.
    [[nodiscard]] const CarbonTable* factors_of(const Reading& reading) const;
    /// The reference level of the reading; null without one.
    [[nodiscard]] const ReferenceSource* reference_of(const Reading& reading) const;
};

}  // namespace reddline
