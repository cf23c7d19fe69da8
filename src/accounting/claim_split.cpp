#include "accounting/claim_split.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "accounting/emissions.hpp"
#include "domain/number_text.hpp"

namespace reddline::accounting {

namespace {

constexpr std::int64_t kg_per_t = 1000;

std::int64_t whole_kg(TonnesCO2e amount) {
    return std::llround(amount.value() * static_cast<double>(kg_per_t));
}

std::string t(TonnesCO2e amount) {
    return grouped(amount.value(), 0);
}

std::string claimed_and_ours(TonnesCO2e claimed, TonnesCO2e ours) {
    return "claimed " + t(claimed) + ", recomputed " + t(ours) + " tCO2e";
}

std::string not_stated(std::string_view item) {
    return "the claim does not state " + std::string(item);
}

/// Area lost in the period and what it emits, at the audit's factors.
struct Loss {
    Hectares area;
    TonnesCO2e emission;

    /// Mean emission per hectare; nothing without area.
    [[nodiscard]] std::optional<TonnesCO2ePerHa> mean() const {
        if (area <= Hectares{}) return std::nullopt;
        return TonnesCO2ePerHa::of(emission.value() / area.value());
    }
};

/// Loss that the claim reports: what counts, and in words what does not; empty when all of it counts.
struct ReportedSum {
    Loss counted;
    std::string uncounted;
};

/// Reported hectares that do not count, by cause.
std::string uncounted_text(const AuditCase& audit, const std::vector<Activity>& rows, const Reading& reading) {
    Hectares no_forest;
    Hectares to_forest;
    Hectares to_carbon;
    for (const Activity& row : rows) {
        const bool is_forest = row.kind == StratumKind::forest;
        const bool stays_forest = row.to && audit.kind_of(*row.to) == StratumKind::forest;
        Hectares& sum = !is_forest ? no_forest : stays_forest && reading.arcs == Arcs::option_1 ? to_forest : to_carbon;
        sum += audit.monitoring->fraction_of(row.year) * row.area;
    }
    std::string text;
    const auto add = [&](Hectares area, const std::string& what) {
        if (area > Hectares{}) text += (text.empty() ? "" : ", ") + grouped(area.value(), 1) + " ha that " + what;
    };
    add(to_forest, "became another forest type (option-1)");
    add(to_carbon, "became forest or land of as much carbon");
    add(no_forest, "were no forest");
    return text.empty() ? text : "; reported and not counted: " + text;
}

/// What the claim reports of the zone, weighed as the statement weighs it; nothing when it reports none.
std::optional<ReportedSum> reported_loss(const Workings& workings, const Statement& statement) {
    const AuditCase& audit = workings.audit();
    Reading reading = statement.reading;
    reading.route = Route::reported;
    const auto activity = activity_data(workings, statement.zone, reading);
    if (!activity.given()) return std::nullopt;
    const auto emitted = emissions(audit, activity.value(), reading);
    if (!emitted.given()) return std::nullopt;
    ReportedSum sum;
    for (const StratumYear& row : emitted.value()) {
        const double share = audit.monitoring->fraction_of(row.year);
        sum.counted.area += share * row.area.value_or(Hectares{});
        sum.counted.emission += share * row.emission;
    }
    sum.uncounted = uncounted_text(audit, uncounted(audit, activity.value(), reading).value(), reading);
    return sum;
}

Loss observed_loss_of(const Statement& statement) {
    Loss loss;
    for (const StratumBalance& stratum : statement.strata) {
        loss.area += stratum.observed_area;
        loss.emission += stratum.observed_emission;
    }
    return loss;
}

/// What the reading's loss is called.
std::string seen_as(const Reading& reading) {
    return reading.route == Route::sample ? "estimated" : "mapped";
}

void add_areas(const ReportedSum& sum, const Loss& observed, const std::string& seen, ClaimSplit& split) {
    // Where one side has no loss there is no second mix to compare: all of it is a matter of hectares.
    const Loss& reported = sum.counted;
    const auto reported_mean = reported.mean();
    const auto observed_mean = observed.mean() ? observed.mean() : reported_mean;
    if (!observed_mean) {
        if (!sum.uncounted.empty())
            split.parts.push_back(
                {ClaimPart::hectares, 0, "no reported loss counts, and none is " + seen + sum.uncounted});
        return;
    }
    const TonnesCO2ePerHa other_mean = reported_mean.value_or(*observed_mean);
    split.parts.push_back({ClaimPart::hectares, -whole_kg((reported.area - observed.area) * *observed_mean),
                           "reported loss that counts " + grouped(reported.area.value(), 1) + ", " + seen + " " +
                               grouped(observed.area.value(), 1) + " ha, at the " + seen + " mix of forest types (" +
                               fixed(observed_mean->value(), 1) + " tCO2e per ha)" + sum.uncounted});
    split.parts.push_back({ClaimPart::strata, -whole_kg(reported.area * (other_mean - *observed_mean)),
                           "reported hectares emit " + fixed(other_mean.value(), 1) + " tCO2e per ha as labelled, " +
                               fixed(observed_mean->value(), 1) + " at the " + seen + " mix"});
}

/// What keeps a part from being told apart, in words.
using Obstacles = std::vector<std::string>;

void add_reference_level(const Claim& claim, const Statement& statement, Obstacles& obstacles, ClaimSplit& split) {
    const auto claimed = claim.amount(ClaimItem::reference_level);
    if (!claimed) {
        obstacles.push_back(not_stated(to_string(ClaimItem::reference_level)));
        return;
    }
    split.parts.push_back({ClaimPart::reference_level, whole_kg(*claimed - statement.totals.reference),
                           claimed_and_ours(*claimed, statement.totals.reference)});
}

/// Hectares, strata and factors: three parts of one difference, which only reported losses can tell apart.
void add_emissions(const Workings& workings, const Claim& claim, const Statement& statement, Obstacles& obstacles,
                   ClaimSplit& split) {
    const auto claimed = claim.amount(ClaimItem::project_emissions);
    const auto reported = reported_loss(workings, statement);
    if (!claimed) obstacles.push_back(not_stated(to_string(ClaimItem::project_emissions)));
    if (!reported) {
        obstacles.push_back("the claim reports no losses, so hectares, forest types and factors are one");
        return;
    }
    const bool is_own = statement.reading.route == Route::reported;
    if (!is_own) add_areas(*reported, observed_loss_of(statement), seen_as(statement.reading), split);
    if (!claimed) return;
    const TonnesCO2e emission = reported->counted.emission;
    split.parts.push_back({ClaimPart::factors, -whole_kg(*claimed - emission),
                           "the claim's project emissions " + t(*claimed) +
                               ", its reported hectares that count, at the audit's factors, " + t(emission) + " tCO2e" +
                               (is_own ? reported->uncounted : "")});
}

void add_displaced(const Claim& claim, const Statement& statement, Obstacles& obstacles, ClaimSplit& split) {
    const auto claimed = claim.amount(ClaimItem::displaced_emissions);
    if (!claimed) {
        obstacles.push_back(not_stated(to_string(ClaimItem::displaced_emissions)));
    } else if (statement.totals.is_upper_bound()) {
        obstacles.push_back("displaced emissions are claimed as " + t(*claimed) + " tCO2e, and not known here");
    } else {
        const TonnesCO2e ours = *statement.totals.displaced;
        split.parts.push_back({ClaimPart::displaced, -whole_kg(*claimed - ours), claimed_and_ours(*claimed, ours)});
    }
}

/// Credits less reductions: what deductions and rounding take.
void add_deductions(const Claim& claim, const Statement& statement, Obstacles& obstacles, ClaimSplit& split) {
    const auto reductions = claim.amount(ClaimItem::reductions);
    if (!reductions) {
        obstacles.push_back(not_stated(to_string(ClaimItem::reductions)));
        return;
    }
    const TonnesCO2e claimed = *claim.amount(ClaimItem::credits) - *reductions;
    const TonnesCO2e reduced = statement.totals.reduction;
    const TonnesCO2e ours =
        TonnesCO2e::of(static_cast<double>(statement.totals.credits.tCO2e)) - std::max(reduced, TonnesCO2e{});
    split.parts.push_back({ClaimPart::deductions, whole_kg(claimed - ours),
                           "credits less reductions: " + claimed_and_ours(claimed, ours)});
    if (reduced >= TonnesCO2e{}) return;
    split.parts.push_back({ClaimPart::excess_emissions, whole_kg(reduced),
                           "recomputed emissions are " + t(-reduced) +
                               " tCO2e above the reference level; they earn nothing, and nothing is owed for them"});
}

/// The rest, with what keeps it from being told apart.
void add_rest(const Obstacles& obstacles, ClaimSplit& split) {
    std::int64_t left_kg = split.claimed_kgCO2e - split.recomputed_kgCO2e;
    for (const ClaimDifference& part : split.parts)
        left_kg -= part.amount_kgCO2e;
    std::string text;
    for (const std::string& obstacle : obstacles)
        text += (text.empty() ? "" : "; ") + obstacle;
    if (text.empty()) text = "what the claim's own items leave between them, and rounding to whole kg";
    split.parts.push_back({ClaimPart::not_itemised, left_kg, text});
}

}  // namespace

std::optional<ClaimSplit> claim_split(const Workings& workings, const Statement& statement) {
    const AuditCase& audit = workings.audit();
    if (!audit.is_claimed(statement.zone) || !audit.claim->amount(ClaimItem::credits)) return std::nullopt;
    const Claim& claim = *audit.claim;
    ClaimSplit split{
        statement.zone, whole_kg(*claim.amount(ClaimItem::credits)), statement.totals.credits.tCO2e * kg_per_t, {}};
    Obstacles obstacles;
    add_reference_level(claim, statement, obstacles, split);
    add_emissions(workings, claim, statement, obstacles, split);
    add_displaced(claim, statement, obstacles, split);
    add_deductions(claim, statement, obstacles, split);
    add_rest(obstacles, split);
    return split;
}

}  // namespace reddline::accounting
