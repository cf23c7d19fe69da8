#include "accounting/readings_summary.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>

namespace reddline::accounting {

namespace {

using Indexes = std::vector<std::size_t>;

std::int64_t credits_of(const ReadingResult& result) {
    return result.answer.value().credits.tCO2e;
}

double median(std::vector<std::int64_t> sorted) {
    const std::size_t middle = sorted.size() / 2;
    if (sorted.size() % 2 == 1) return static_cast<double>(sorted[middle]);
    return (static_cast<double>(sorted[middle - 1]) + static_cast<double>(sorted[middle])) / 2.0;
}

std::optional<Spread> spread_of(const std::vector<ReadingResult>& readings, const Indexes& chosen,
                                std::optional<TonnesCO2e> claimed) {
    if (chosen.empty()) return std::nullopt;
    std::vector<std::int64_t> credits;
    for (const std::size_t index : chosen)
        credits.push_back(credits_of(readings[index]));
    std::ranges::sort(credits);
    Spread spread{chosen.size(), credits.front(), median(credits), credits.back(), std::nullopt, std::nullopt};
    if (!claimed) return spread;
    const auto distance = [&](std::size_t index) {
        return std::abs(static_cast<double>(credits_of(readings[index])) - claimed->value());
    };
    spread.at_or_above_claim = static_cast<std::size_t>(std::ranges::count_if(
        credits, [&](std::int64_t tCO2e) { return static_cast<double>(tCO2e) >= claimed->value(); }));
    spread.nearest_to_claim = *std::ranges::min_element(chosen, {}, distance);
    return spread;
}

/// Lowest and highest amount of readings that differ in one choice alone.
struct Range {
    std::size_t readings = 0;
    double lowest_credits_tCO2e = 0.0;
    double highest_credits_tCO2e = 0.0;
    double lowest_reduction_tCO2e = 0.0;
    double highest_reduction_tCO2e = 0.0;

    void take(const CreditTotals& totals) {
        const auto credits_tCO2e = static_cast<double>(totals.credits.tCO2e);
        const double reduction_tCO2e = totals.reduction.value();
        const bool is_first = readings++ == 0;
        lowest_credits_tCO2e = is_first ? credits_tCO2e : std::min(lowest_credits_tCO2e, credits_tCO2e);
        highest_credits_tCO2e = is_first ? credits_tCO2e : std::max(highest_credits_tCO2e, credits_tCO2e);
        lowest_reduction_tCO2e = is_first ? reduction_tCO2e : std::min(lowest_reduction_tCO2e, reduction_tCO2e);
        highest_reduction_tCO2e = is_first ? reduction_tCO2e : std::max(highest_reduction_tCO2e, reduction_tCO2e);
    }
};

/// The effect of one choice; no groups when nothing differs in it alone.
ChoiceEffect effect_of(const std::vector<ReadingResult>& readings, const Indexes& chosen, Choice choice) {
    const Reading& any = readings[chosen.front()].reading;
    std::map<Reading, Range> ranges;
    for (const std::size_t index : chosen)
        ranges[with_choice_of(readings[index].reading, choice, any)].take(readings[index].answer.value());
    ChoiceEffect effect{choice, 0, 0.0, 0.0, {}};
    double sum_reduction_tCO2e = 0.0;
    for (const auto& [others, range] : ranges) {
        if (range.readings < 2) continue;
        const double range_tCO2e = range.highest_credits_tCO2e - range.lowest_credits_tCO2e;
        ++effect.groups;
        effect.mean_range_tCO2e += range_tCO2e;
        effect.largest_range_tCO2e = std::max(effect.largest_range_tCO2e, range_tCO2e);
        sum_reduction_tCO2e += range.highest_reduction_tCO2e - range.lowest_reduction_tCO2e;
    }
    if (effect.groups == 0) return effect;
    effect.mean_range_tCO2e /= static_cast<double>(effect.groups);
    effect.mean_range_reduction = TonnesCO2e::of(sum_reduction_tCO2e / static_cast<double>(effect.groups));
    return effect;
}

std::vector<ChoiceEffect> effects_of(const std::vector<ReadingResult>& readings, const Indexes& chosen) {
    std::vector<ChoiceEffect> effects;
    if (chosen.empty()) return effects;
    for (const Choice choice : all_choices()) {
        const ChoiceEffect effect = effect_of(readings, chosen, choice);
        if (effect.groups > 0) effects.push_back(effect);
    }
    std::ranges::stable_sort(effects, [](const ChoiceEffect& a, const ChoiceEffect& b) {
        if (a.mean_range_tCO2e != b.mean_range_tCO2e) return a.mean_range_tCO2e > b.mean_range_tCO2e;
        return a.mean_range_reduction > b.mean_range_reduction;
    });
    return effects;
}

}  // namespace

ReadingsSummary summarise(const std::vector<ReadingResult>& readings, std::size_t zone,
                          std::optional<TonnesCO2e> claimed) {
    ReadingsSummary summary{.zone = zone, .refused = 0, .all = {}, .consistent = {}, .effects = {}};
    Indexes computed;
    Indexes consistent;
    for (const ReadingResult& reading : readings_of(readings, zone)) {
        if (!reading.answer.given()) {
            ++summary.refused;
            continue;
        }
        const auto index = static_cast<std::size_t>(&reading - readings.data());
        computed.push_back(index);
        if (reading.caveats.empty()) consistent.push_back(index);
    }
    summary.all = spread_of(readings, computed, claimed);
    summary.consistent = spread_of(readings, consistent, claimed);
    summary.effects = effects_of(readings, consistent.empty() ? computed : consistent);
    return summary;
}

}  // namespace reddline::accounting
