#include "accounting/factor_coverage.hpp"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <vector>

#include "accounting/forest_area.hpp"
#include "accounting/open_choices.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::accounting {

namespace {

bool enters_accounts(const AuditCase& audit, const Zone& zone) {
    const bool is_history = std::ranges::any_of(audit.references, [&](const ReferenceSource& source) {
        const HistoryRule* const history = source.history();
        return history != nullptr && (zone.name == history->zone || zone.entry == history->zone);
    });
    return zone.role == ZoneRole::project || zone.role == ZoneRole::displacement_belt || is_history;
}

/// Forest that a zone ever held, by stratum.
std::vector<StratumArea> forest_held(const Workings& workings, std::size_t zone, const Reading& reading) {
    std::vector<StratumArea> held;
    if (!workings.audit().has_pixels()) {
        const auto declared = forest_area(workings, zone, reading, workings.audit().codes.first());
        return declared.value();
    }
    for (const StratumLoss& stratum : workings.loss(zone, reading).strata) {
        if (stratum.kind == StratumKind::forest && stratum.forest_2000.pixels > 0)
            held.push_back({stratum.stratum, hectares(stratum.forest_2000.area_cm2)});
    }
    return held;
}

template <class IsAsked>
std::set<std::string> strata_without(const AuditCase& audit, const CarbonTable& factors, IsAsked is_asked) {
    std::set<std::string> names;
    const auto add = [&](const std::vector<Stratum>& strata) {
        for (const Stratum& stratum : strata) {
            if (is_asked(stratum.kind) && factors.find(stratum.name) == nullptr) names.insert(stratum.name);
        }
    };
    for (const StrataMap& map : audit.maps)
        add(map.legend.strata());
    if (audit.transitions) add(audit.transitions->strata);
    return names;
}

}  // namespace

void expect_factors(const Workings& workings, const Reading& reading, CountedPixels counted) {
    const AuditCase& audit = workings.audit();
    const CarbonTable* const factors = audit.factors_of(reading);
    if (factors == nullptr) return;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (!enters_accounts(audit, audit.zones[zone].zone)) continue;
        for (const StratumArea& held : forest_held(workings, zone, reading)) {
            if (factors->find(held.stratum) != nullptr) continue;
            throw Error(ErrorCode::factor_missing, factors->name,
                        "expected a carbon factor for every forest stratum, found none for '" + held.stratum +
                            "', of which zone '" + audit.zones[zone].zone.name + "' holds " +
                            (counted == CountedPixels::some ? "at least " : "") + grouped(held.area.value(), 1) +
                            " ha; add a line for it with its source");
        }
    }
}

void expect_factors(const AuditCase& audit, CountedPixels counted) {
    std::vector<std::size_t> zones(audit.zones.size());
    std::iota(zones.begin(), zones.end(), std::size_t{0});
    const std::vector<Reading> standard{default_reading(audit)};
    expect_factors(Workings(audit, zones, standard), standard.front(), counted);
}

std::set<std::string> destinations_without_stock(const AuditCase& audit, const CarbonTable& factors) {
    return strata_without(audit, factors, [](StratumKind kind) { return kind != StratumKind::forest; });
}

std::set<std::string> forest_without_factor(const AuditCase& audit, const CarbonTable& factors) {
    return strata_without(audit, factors, [](StratumKind kind) { return kind == StratumKind::forest; });
}

}  // namespace reddline::accounting
