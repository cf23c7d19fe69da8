#include "accounting/loss_mix.hpp"

#include <algorithm>
#include <cmath>

#include "accounting/reported_loss.hpp"
#include "accounting/sampled_loss.hpp"

namespace reddline::accounting {

namespace {

/// The row of a stratum, made where there is none.
StratumShare& row_of(LossMix& mix, const std::string& stratum) {
    const auto found = std::ranges::find(mix.strata, stratum, &StratumShare::stratum);
    if (found != mix.strata.end()) return *found;
    mix.strata.push_back({stratum, Hectares{}, 0.0});
    return mix.strata.back();
}

/// Leaves strata without loss out and sets the shares.
LossMix with_shares(LossMix mix) {
    std::erase_if(mix.strata, [](const StratumShare& stratum) { return stratum.area <= Hectares{}; });
    const Hectares sum = mix.lost_forest();
    for (StratumShare& stratum : mix.strata)
        stratum.share = stratum.area / sum;
    return mix;
}

}  // namespace

std::optional<LossMix> expected_mix(const EmissionTable& expected, const MonitoringPeriod& period) {
    LossMix mix{MixSource::expected, std::nullopt, {}, {}};
    for (const StratumYear& row : expected) {
        if (row.stratum.empty() || !row.area) return std::nullopt;
        row_of(mix, row.stratum).area += period.fraction_of(row.year) * *row.area;
    }
    return with_shares(std::move(mix));
}

std::optional<LossMix> reported_mix(const AuditCase& audit, std::size_t zone) {
    const std::string& name = audit.zones[zone].zone.name;
    if (!audit.claim || !audit.claim->reports(name)) return std::nullopt;
    LossMix mix{MixSource::reported, std::nullopt, {}, {}};
    for (const ReportedLoss& loss : audit.claim->losses) {
        if (loss.zone != name) continue;
        const Hectares area = reported_in_period(audit, loss);
        if (audit.kind_of(loss.from) != StratumKind::forest) {
            mix.elsewhere += area;
            continue;
        }
        StratumShare& row = row_of(mix, loss.from);
        row.area += area;
        if (loss.to && audit.kind_of(*loss.to) == StratumKind::forest) row.became_forest += area;
    }
    return with_shares(std::move(mix));
}

std::optional<LossMix> estimated_mix(const AuditCase& audit, std::size_t zone) {
    const auto activity = sampled_activity(audit, zone);
    if (!activity.given()) return std::nullopt;
    LossMix mix{MixSource::estimated, std::nullopt, {}, {}};
    for (const Activity& row : activity.value().rows)
        row_of(mix, row.from).area += audit.monitoring->fraction_of(row.year) * row.area;
    return with_shares(std::move(mix));
}

LossMix mapped_mix(const AuditCase& audit, const LostArea& lost, std::size_t map) {
    const auto& strata = audit.maps[map].legend.strata();
    LossMix mix{MixSource::mapped, map, {}, {}};
    for (const auto& [index, area] : lost.by_stratum(map)) {
        const auto kind = index < strata.size() ? std::optional(strata[index].kind) : std::nullopt;
        if (kind == StratumKind::forest) {
            row_of(mix, strata[index].name).area += area;
        } else if (kind != StratumKind::excluded) {
            mix.elsewhere += area;
        }
    }
    return with_shares(std::move(mix));
}

double distance_between(const LossMix& one, const LossMix& other) {
    double sum = 0.0;
    for (const StratumShare& stratum : one.strata)
        sum += std::abs(stratum.share - other.share_of(stratum.stratum));
    for (const StratumShare& stratum : other.strata) {
        if (one.share_of(stratum.stratum) == 0.0) sum += stratum.share;
    }
    // The shares of disjoint mixes may sum to a hair above 1 each.
    return std::min(1.0, 0.5 * sum);
}

}  // namespace reddline::accounting
