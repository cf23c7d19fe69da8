#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "accounting/readings.hpp"
#include "accounting/workings.hpp"
#include "domain/audit_case.hpp"

namespace reddline::tests {

/// Land of one kind in one zone; every hectare is one pixel.
struct Land {
    std::string zone;
    std::string before;  ///< stratum in the first map; empty = none
    std::string after;   ///< stratum in the second map; empty = none
    int cover_pct = 0;
    int loss_year = 0;  ///< 0 = no loss
    std::int64_t area_ha = 0;
};

/// evergreen, deciduous: forest; crops: not forest; rubber: excluded.
Legend small_legend();

/// A baseline map of 2017 and a monitoring map of 2020.
std::vector<StrataMap> two_maps();

/// Project, belt and reference zone have the role of their name; every other name is a zone of another role.
ZoneRole role_of(const std::string& zone);

/// A carbon stock of one pool.
CarbonStock stock(double density_tC_per_ha, const std::string& source = "a test");

/// 150 and 60 tC/ha are 550 and 220 tCO2e/ha; evergreen to deciduous is 90 x 44/12 = 330 tCO2e/ha.
CarbonTable small_factors();

/// The crosstab of the land for a case's zones and maps.
Crosstab crosstab_of(const AuditCase& audit, const std::vector<Land>& land);

/// A case of the land: forest is cover > 30, loss years 2001-2020, monitoring 2019-2020, factors, no reference level.
/// Zones are numbered in the order in which the land names them.
AuditCase small_case(const std::vector<Land>& land, std::vector<StrataMap> maps = two_maps());

/// Area of a stratum that a table declares.
struct Declared {
    std::string zone;
    std::string stratum;
    Hectares area;
};

/// A case of tables alone with the areas declared, which names the zones in their order: monitoring 2019-2020, factors, no
/// reference level.
AuditCase declared_case(const std::vector<Declared>& areas);

/// Adds a table with the patch filter and makes it the rule.
void filter_patches(AuditCase& audit, double min_area_ha, const std::vector<Land>& land);

/// Hectares that moved from one stratum to another.
struct Moved {
    std::string from;
    std::string to;
    double area_ha = 0.0;
};

/// One interval of a national table.
TransitionInterval interval(int start_year, int end_year, const std::vector<Moved>& arcs);

/// A national table of the strata of the small legend.
TransitionTable national(std::vector<TransitionInterval> intervals);

/// One year in which evergreen loses 6 % to deciduous and 4 % to crops, deciduous 5 % to crops.
TransitionTable one_national_year();

/// Adds national transitions as a reference level.
void judge_by_transitions(AuditCase& audit, TransitionTable table);

/// Adds a flat rate as a reference level.
void judge_by_rate(AuditCase& audit, double per_year, RateBase base = RateBase::forest);

/// Adds a history as a reference level.
void judge_by_history(AuditCase& audit, const HistoryRule& rule);

/// A claim of the zone `project` without items and losses.
Claim empty_claim();

/// A loss that a claim reports; `to` is nothing where it does not say what the land became.
ReportedLoss reported_loss(const std::string& zone, const std::string& from, int year, double area_ha,
                           std::optional<std::string> to = {});

/// The workings of readings over all zones of a case, which must outlive them.
accounting::Workings workings_of(const AuditCase& audit, const std::vector<Reading>& readings);

/// The workings of one reading over all zones of a case, which must outlive them.
accounting::Workings workings_of(const AuditCase& audit, const Reading& reading);

/// Every reading of a case, with what an answer of all of them starts from.
class EveryReading {
public:
    /// Looks at a case that must outlive it.
    explicit EveryReading(const AuditCase& audit)
        : readings_{accounting::every_reading(audit)}, nation_{audit, {}, readings_} {}

    [[nodiscard]] std::vector<ReadingResult> results() const {
        return accounting::evaluate_readings(nation_, readings_);
    }
    [[nodiscard]] const std::vector<Reading>& readings() const { return readings_; }
    [[nodiscard]] const accounting::Workings& nation() const { return nation_; }

private:
    std::vector<Reading> readings_;
    accounting::Workings nation_;
};

/// Area of a transition or year, in hectares as a plain number.
double ha(std::int64_t area_cm2);

}  // namespace reddline::tests
