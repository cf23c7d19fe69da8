#include "accounting/stratum_question.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "accounting/break_even.hpp"
#include "accounting/factor_range.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/loss_mix.hpp"
#include "accounting/lost_area.hpp"
#include "accounting/open_choices.hpp"
#include "accounting/reference_level.hpp"
#include "accounting/relabelling.hpp"
#include "accounting/share_matrix.hpp"

namespace reddline::accounting {

namespace {

void add_new(std::optional<std::size_t> map, std::vector<std::size_t>& maps) {
    if (map && std::ranges::find(maps, *map) == maps.end()) maps.push_back(*map);
}

/// The strata maps that are open, and the one that the maps route takes: they may witness what was lost. None where nothing
/// was counted.
std::vector<std::size_t> crossed_maps(const AuditCase& audit) {
    std::vector<std::size_t> maps;
    if (!audit.has_pixels()) return maps;
    const OpenChoices open = open_choices(audit);
    for (const auto& map : open.strata_maps)
        add_new(map, maps);
    const bool takes_baseline = std::ranges::find(open.routes, Route::maps) != open.routes.end();
    if (takes_baseline) add_new(baseline_map(audit.maps), maps);
    return maps;
}

/// The same, and behind them the map that the claim rests on, where it is not one of them.
std::vector<std::size_t> maps_to_ask(const AuditCase& audit) {
    std::vector<std::size_t> maps = crossed_maps(audit);
    if (audit.has_pixels()) add_new(audit.claimed_map(), maps);
    return maps;
}

void add_distances(StratumQuestion& question) {
    const auto& mixes = question.mixes;
    for (std::size_t first = 0; first < mixes.size(); ++first) {
        for (std::size_t second = first + 1; second < mixes.size(); ++second) {
            if (mixes[first].strata.empty() || mixes[second].strata.empty()) continue;
            question.distances.push_back({first, second, distance_between(mixes[first], mixes[second])});
        }
    }
}

/// Reported forest loss; nothing when the claim reports none of the zone.
std::optional<Hectares> reported_area(const StratumQuestion& question) {
    const auto found = std::ranges::find(question.mixes, MixSource::reported, &LossMix::source);
    if (found == question.mixes.end() || found->strata.empty()) return std::nullopt;
    return found->lost_forest();
}

/// Mapped forest loss under the reading's strata map; all loss where there is no map.
Hectares mapped_area(const StratumQuestion& question, const LostArea& lost, const Reading& reading) {
    if (!reading.strata_map) return lost.total();
    const auto found = std::ranges::find_if(question.mixes, [&](const LossMix& mix) {
        return mix.source == MixSource::mapped && mix.map == reading.strata_map;
    });
    return found == question.mixes.end() ? Hectares{} : found->lost_forest();
}

/// Forest loss that the sample estimates; nothing where it has no estimate.
std::optional<Hectares> estimated_area(const StratumQuestion& question) {
    const auto found = std::ranges::find(question.mixes, MixSource::estimated, &LossMix::source);
    return found == question.mixes.end() ? std::nullopt : std::optional(found->lost_forest());
}

/// Forest types of the zone at the start of the monitoring period.
std::vector<std::string> forest_held(const Workings& workings, std::size_t zone, const Reading& reading) {
    std::vector<std::string> strata;
    const auto forest = forest_area(workings, zone, reading, workings.audit().monitoring->first_year());
    if (!forest.given()) return strata;
    for (const StratumArea& stratum : forest.value())
        strata.push_back(stratum.stratum);
    return strata;
}

std::vector<std::string> with_strata_of(const std::vector<LossMix>& mixes, std::vector<std::string> strata) {
    for (const LossMix& mix : mixes) {
        for (const StratumShare& lost : mix.strata) {
            if (std::ranges::find(strata, lost.stratum) == strata.end()) strata.push_back(lost.stratum);
        }
    }
    return strata;
}

std::vector<std::string> forest_with_factor(const AuditCase& audit, const CarbonTable& factors) {
    std::vector<std::string> strata;
    for (const auto& [stratum, stock] : factors.stocks) {
        if (audit.kind_of(stratum) == StratumKind::forest) strata.push_back(stratum);
    }
    return strata;
}

void add_mixes(const Workings& workings, const Reading& reading, const LostArea* lost, StratumQuestion& question) {
    const AuditCase& audit = workings.audit();
    const auto add = [&](std::optional<LossMix> mix) {
        if (mix) question.mixes.push_back(std::move(*mix));
    };
    const auto level = reference_level(workings, question.zone, reading);
    if (level.given()) add(expected_mix(level.value().years, *audit.monitoring));
    add(reported_mix(audit, question.zone));
    add(estimated_mix(audit, question.zone));
    if (lost == nullptr) return;
    const auto maps = maps_to_ask(audit);
    for (const std::size_t map : maps)
        add(mapped_mix(audit, *lost, map));
    question.shares = share_matrix(audit, *lost, maps);
}

void add_break_even(const AuditCase& audit, const CarbonTable& factors, const std::vector<std::string>& held,
                    const Statement* statement, StratumQuestion& question) {
    if (const auto range = factor_range(factors, held); statement != nullptr && range)
        question.break_even = break_even_of(*statement, *range);
    if (!audit.is_claimed(question.zone)) return;
    const auto range = factor_range(factors, held.empty() ? forest_with_factor(audit, factors) : held);
    if (!range) return;
    const auto found = std::ranges::find(question.mixes, MixSource::reported, &LossMix::source);
    const bool is_reported = found != question.mixes.end() && !found->strata.empty();
    const auto reported = is_reported ? std::optional(claimed_loss(factors, *found)) : std::nullopt;
    question.claimed_break_even = claimed_break_even(*audit.claim, reported, *range);
}

}  // namespace

StratumQuestion stratum_question(const Workings& workings, std::size_t zone, const Reading& reading,
                                 const Statement* statement) {
    const AuditCase& audit = workings.audit();
    StratumQuestion question;
    question.zone = zone;
    if (!audit.monitoring) return question;
    const auto lost = audit.has_pixels() ? std::optional<LostArea>({audit, zone, reading.forest}) : std::nullopt;
    add_mixes(workings, reading, lost ? &*lost : nullptr, question);
    add_distances(question);
    const CarbonTable* const factors = audit.factors_of(reading);
    if (factors == nullptr) return question;
    question.relabellings = relabellings(question, crossed_maps(audit), audit.claimed_map(), *factors);
    const auto held = forest_held(workings, zone, reading);
    auto area = reported_area(question);
    if (!area && reading.route == Route::sample) area = estimated_area(question);
    if (!area && lost) area = mapped_area(question, *lost, reading);
    const auto range = factor_range(*factors, with_strata_of(question.mixes, held));
    if (area && *area > Hectares{} && range) question.bounds = emission_bounds(*area, *range);
    add_break_even(audit, *factors, held, statement, question);
    return question;
}

}  // namespace reddline::accounting
