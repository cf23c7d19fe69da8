#include "accounting/solve_claim.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>

#include "accounting/break_even.hpp"
#include "accounting/factor_range.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/loss_mix.hpp"
#include "accounting/reference_level.hpp"
#include "accounting/solve_amounts.hpp"
#include "accounting/solve_goal.hpp"
#include "accounting/unit_reference.hpp"

namespace reddline::accounting {

namespace {

constexpr double unit_ha = 1000.0;

/// Forest that the claim reports as lost in the monitoring period; nothing when it reports none of its zone.
std::optional<LossMix> reported_loss(const AuditCase& audit) {
    const auto zone = audit.zone_index(audit.claim->zone);
    return zone ? reported_mix(audit, *zone) : std::nullopt;
}

/// The forest strata that the table of areas declares, each once.
std::vector<std::string> declared_forest(const AuditCase& audit) {
    std::vector<std::string> strata;
    for (const DeclaredArea& declared : audit.declared_areas) {
        const bool is_new = std::ranges::find(strata, declared.stratum) == strata.end();
        if (is_new && audit.kind_of(declared.stratum) == StratumKind::forest) strata.push_back(declared.stratum);
    }
    return strata;
}

SolvedInput high_share(const AuditCase& audit, const CarbonTable& factors) {
    SolvedInput solved{
        0, std::nullopt, SolveTarget::break_even, "share of the highest factor in the loss", "share", {}, {}, {}};
    const auto range = factor_range(factors, declared_forest(audit));
    const auto mix = reported_loss(audit);
    const auto reported = mix ? std::optional(claimed_loss(factors, *mix)) : std::nullopt;
    const auto at = range ? claimed_break_even(*audit.claim, reported, *range) : std::nullopt;
    if (!at) {
        solved.remark = "the declared forest types emit alike or lack a factor, or the claim names no loss";
        return solved;
    }
    solved.input = "share of " + at->high_stratum + " in the loss, the rest " + at->low_stratum;
    solved.needed = at->share;
    solved.remark = "factors " + factors.name;
    const bool is_itemised = audit.claim->amount(ClaimItem::reference_level) ||
                             audit.claim->amount(ClaimItem::project_emissions) || (reported && reported->emission);
    if (!is_itemised) solved.remark += "; if the claim counted all its loss as " + at->low_stratum;
    const std::string impossible = remark_on_share(at->share);
    if (!impossible.empty()) solved.remark += "; " + impossible;
    return solved;
}

/// Forest of one kind or mix under one reading: so much of it emits so much per hectare when lost, and is expected to emit
/// so much in the period.
struct ForestSample {
    std::string name;
    Reading reading;
    Hectares area;
    std::optional<TonnesCO2ePerHa> factor;
    Answer<TonnesCO2e> expected;
};

ForestSample sample_of(const AuditCase& audit, const UnitReference& unit) {
    Answer<TonnesCO2e> expected = unit.answer.given() ? Answer<TonnesCO2e>(unit.answer.value().period)
                                                      : Answer<TonnesCO2e>(unit.answer.refusal());
    return {unit.stratum, unit.reading, Hectares::of(unit_ha),
            gross_factor(*audit.factors_of(unit.reading), unit.stratum), expected};
}

/// Mean factor of a mix of forest types; nothing where one has none.
std::optional<TonnesCO2ePerHa> mean_factor(const CarbonTable& factors, const std::vector<StratumArea>& forest) {
    TonnesCO2e sum;
    for (const StratumArea& stratum : forest) {
        const auto factor = gross_factor(factors, stratum.stratum);
        if (!factor) return std::nullopt;
        sum += stratum.area * *factor;
    }
    return TonnesCO2ePerHa::of(sum.value() / total_area(forest).value());
}

Answer<TonnesCO2e> expected_in_period(const Workings& workings, std::size_t zone, const Reading& reading) {
    const auto level = reference_level(workings, zone, reading);
    if (!level.given()) return level.refusal();
    TonnesCO2e sum;
    for (const StratumYear& row : level.value().years)
        sum += workings.audit().monitoring->fraction_of(row.year) * row.emission;
    return sum;
}

/// The declared zones under every reading that the unit references do not answer: other reference levels, and mixes.
std::vector<ForestSample> samples_of_zones(const Workings& nation, std::span<const Reading> readings) {
    const AuditCase& audit = nation.audit();
    std::vector<ForestSample> samples;
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        if (audit.zones[zone].zone.role != ZoneRole::project) continue;
        const Workings workings = nation.of_zones(zones_behind(audit, zone), readings);
        for (const Reading& reading : readings) {
            const auto forest = forest_area(workings, zone, reading, audit.monitoring->first_year());
            const CarbonTable* const factors = audit.factors_of(reading);
            if (!forest.given() || forest.value().empty() || factors == nullptr) continue;
            const bool is_mix = forest.value().size() > 1;
            if (!is_mix && audit.transitions_of(reading) != nullptr) continue;
            samples.push_back(
                {is_mix ? "forest mixed as in '" + audit.zones[zone].zone.name + "'" : forest.value().front().stratum,
                 reading, total_area(forest.value()), mean_factor(*factors, forest.value()),
                 expected_in_period(workings, zone, reading)});
        }
    }
    return samples;
}

/// Hectares of such forest that the claim implies when so much of it was lost.
SolvedInput implied_area(const Claim& claim, const ForestSample& sample, TonnesCO2e reduction, Hectares lost) {
    const std::string at_loss = lost > Hectares{} ? ", the claimed loss in it" : ", nothing of it lost";
    SolvedInput solved{
        0, sample.reading, SolveTarget::claim, "area of " + sample.name + " at the start" + at_loss, "ha", {}, {}, {}};
    if (!sample.expected.given()) {
        solved.remark = sample.expected.refusal().reason;
        return solved;
    }
    if (!sample.factor || sample.expected.value() <= TonnesCO2e{}) {
        solved.remark = "nothing is expected to be emitted there";
        return solved;
    }
    const TonnesCO2e displaced = claim.amount(ClaimItem::displaced_emissions).value_or(TonnesCO2e{});
    const TonnesCO2e expected = reduction + displaced + lost * *sample.factor;
    const Hectares needed = (expected / sample.expected.value()) * sample.area;
    solved.needed = needed.value();
    if (lost > needed) solved.remark = "impossible: more is lost than stands there";
    return solved;
}

}  // namespace

std::vector<SolvedInput> solve_claim_alone(const Workings& nation, std::span<const Reading> readings) {
    const AuditCase& audit = nation.audit();
    const double left = share_left(audit);
    const auto claimed = audit.claim ? audit.claim->amount(ClaimItem::credits) : std::nullopt;
    if (audit.has_pixels() || !claimed || left <= 0.0) return {};
    const TonnesCO2e reduction = (1.0 / left) * *claimed;
    const auto reported = reported_loss(audit);
    const auto lost = reported ? std::optional(reported->lost_forest()) : audit.claim->lost_area;
    std::vector<SolvedInput> solved;
    for (const CarbonTable& factors : audit.factor_sets)
        solved.push_back(high_share(audit, factors));
    const std::vector<std::string> declared = declared_forest(audit);
    std::vector<ForestSample> samples;
    for (const UnitReference& unit : unit_references(nation, readings)) {
        const bool is_declared = std::ranges::find(declared, unit.stratum) != declared.end();
        if (is_declared) samples.push_back(sample_of(audit, unit));
    }
    std::ranges::copy(samples_of_zones(nation, readings), std::back_inserter(samples));
    for (const ForestSample& sample : samples) {
        solved.push_back(implied_area(*audit.claim, sample, reduction, Hectares{}));
        if (lost && *lost > Hectares{}) solved.push_back(implied_area(*audit.claim, sample, reduction, *lost));
    }
    return solved;
}

}  // namespace reddline::accounting
