#include "accounting/claim_ledger.hpp"

#include <map>
#include <string>
#include <utility>

#include "accounting/emissions.hpp"
#include "accounting/reported_loss.hpp"

namespace reddline::accounting {

namespace {

/// Area and emission of one stratum and year inside the period; the emission, and what does not count, are unknown without
/// a factor.
struct Amount {
    Hectares area;
    std::optional<Hectares> uncounted;
    std::optional<TonnesCO2e> emission;
};

using Amounts = std::map<std::pair<std::string, LossYear>, Amount>;

/// Adds areas inside the period: what the claim reports of the zone, of any stratum, as it stands there.
void add_reported(const AuditCase& audit, std::size_t zone, Amounts& amounts) {
    for (const ReportedLoss& loss : audit.claim->losses) {
        const bool counts = loss.zone == audit.zones[zone].zone.name && audit.monitoring->days_in(loss.year) > 0;
        if (counts) amounts[{loss.from, loss.year}].area += reported_in_period(audit, loss);
    }
}

/// Adds mapped or estimated areas inside the period, of strata that are forest.
void add_observed(const MonitoringPeriod& period, const ActivityData& activity, Amounts& amounts) {
    for (const Activity& row : activity.rows) {
        const double share = period.fraction_of(row.year);
        if (share > 0.0 && row.kind == StratumKind::forest) amounts[{row.from, row.year}].area += share * row.area;
    }
}

/// Areas by one route, and what they emit.
Amounts amounts_of(const Workings& workings, std::size_t zone, Reading reading, Route route) {
    const AuditCase& audit = workings.audit();
    reading.route = route;
    Amounts amounts;
    const auto activity = activity_data(workings, zone, reading);
    if (!activity.given()) return amounts;
    if (route == Route::reported) {
        add_reported(audit, zone, amounts);
    } else {
        add_observed(*audit.monitoring, activity.value(), amounts);
    }
    const auto emitted = emissions(audit, activity.value(), reading);
    if (!emitted.given()) return amounts;
    for (auto& [key, amount] : amounts) {
        amount.uncounted = Hectares{};
        amount.emission = TonnesCO2e{};
    }
    for (const StratumYear& row : emitted.value()) {
        const double share = audit.monitoring->fraction_of(row.year);
        if (share > 0.0) *amounts[{row.stratum, row.year}].emission += share * row.emission;
    }
    if (route != Route::reported) return amounts;
    const auto left_out = uncounted(audit, activity.value(), reading);
    for (const Activity& row : left_out.value()) {
        const double share = audit.monitoring->fraction_of(row.year);
        if (share > 0.0) *amounts[{row.from, row.year}].uncounted += share * row.area;
    }
    return amounts;
}

/// The amount of a row's stratum and year; where a side has none, nothing was lost and nothing emitted.
Amount amount_of(const Amounts& amounts, const ClaimRow& row) {
    const auto found = amounts.find({row.stratum, row.year});
    return found == amounts.end() ? Amount{Hectares{}, Hectares{}, TonnesCO2e{}} : found->second;
}

}  // namespace

std::vector<ClaimRow> claim_ledger(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    std::vector<ClaimRow> rows;
    if (!audit.monitoring || !audit.claim || !audit.claim->reports(audit.zones[zone].zone.name)) return rows;
    const Amounts reported = amounts_of(workings, zone, reading, Route::reported);
    const Amounts mapped = audit.has_pixels() ? amounts_of(workings, zone, reading, Route::loss) : Amounts{};
    const Amounts estimated = amounts_of(workings, zone, reading, Route::sample);
    std::map<std::pair<std::string, LossYear>, bool> keys;
    for (const Amounts* const amounts : {&reported, &mapped, &estimated}) {
        for (const auto& [key, amount] : *amounts)
            keys[key] = keys[key] || amount.area > Hectares{};
    }
    for (const auto& [key, has_area] : keys) {
        if (!has_area) continue;
        ClaimRow row{.zone = zone,
                     .stratum = key.first,
                     .year = key.second,
                     .reported = {},
                     .reported_uncounted = {},
                     .mapped = {},
                     .estimated = {},
                     .reported_emission = {},
                     .mapped_emission = {}};
        const Amount claimed = amount_of(reported, row);
        row.reported = claimed.area;
        row.reported_uncounted = claimed.uncounted;
        row.reported_emission = claimed.emission;
        // Of strata that are not forest nothing is mapped as loss of forest: not known is not 0.
        const bool is_mapped = audit.has_pixels() && audit.kind_of(row.stratum) == StratumKind::forest;
        if (is_mapped) {
            const Amount seen = amount_of(mapped, row);
            row.mapped = seen.area;
            row.mapped_emission = seen.emission;
        }
        // Of forest types that no class of the sample is loss of, it says nothing.
        const auto found = estimated.find(key);
        if (found != estimated.end()) row.estimated = found->second.area;
        rows.push_back(row);
    }
    return rows;
}

}  // namespace reddline::accounting
