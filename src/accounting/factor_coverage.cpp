#include "accounting/factor_coverage.hpp"

#include "accounting/mapped_loss.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::accounting {

namespace {

bool enters_accounts(const AuditCase& audit, const Zone& zone) {
    const bool is_history = audit.history && (zone.name == audit.history->zone || zone.entry == audit.history->zone);
    return zone.role == ZoneRole::project || zone.role == ZoneRole::displacement_belt || is_history;
}

}  // namespace

void expect_factors(const AuditCase& audit, const Reading& reading) {
    if (!audit.factors) return;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (!enters_accounts(audit, audit.zones[zone].zone)) continue;
        const ZoneLoss loss = mapped_loss(audit.crosstab(reading.forest.min_area_ha), zone, audit.maps,
                                          reading.strata_map, reading.forest, audit.codes);
        for (const StratumLoss& stratum : loss.strata) {
            const bool needs_factor = stratum.kind == StratumKind::forest && stratum.forest_2000.pixels > 0;
            if (!needs_factor || audit.factors->find(stratum.stratum) != nullptr) continue;
            throw Error(ErrorCode::factor_missing, audit.factors->name,
                        "expected a carbon factor for every forest stratum, found none for '" + stratum.stratum +
                            "', of which zone '" + audit.zones[zone].zone.name + "' holds " +
                            grouped(hectares(stratum.forest_2000.area_cm2).value(), 1) +
                            " ha; add a line for it with its source");
        }
    }
}

std::set<std::string> destinations_without_stock(const AuditCase& audit) {
    std::set<std::string> names;
    const auto add = [&](const std::vector<Stratum>& strata) {
        for (const Stratum& stratum : strata) {
            if (stratum.kind != StratumKind::forest && audit.factors->find(stratum.name) == nullptr)
                names.insert(stratum.name);
        }
    };
    for (const StrataMap& map : audit.maps)
        add(map.legend.strata());
    if (audit.transitions) add(audit.transitions->strata);
    return names;
}

}  // namespace reddline::accounting
