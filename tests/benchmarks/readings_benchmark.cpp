#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "accounting/account.hpp"
#include "accounting/loss_by_cover.hpp"
#include "accounting/readings.hpp"
#include "accounting/readings_summary.hpp"
#include "domain/audit_case.hpp"
#include "reference/draw.hpp"

// How long the accounting takes once the pixels are counted. An item is a reading unless the name says otherwise.

namespace reddline {
namespace {

constexpr std::int64_t bins_per_table = 50'000;
constexpr std::int64_t pixel_cm2 = 7'500'000;  // a pixel of 0.00025 degree at 13 N
constexpr std::array strata{"evergreen", "semi-evergreen", "deciduous", "bamboo", "rubber", "crops", "grass", "water"};
constexpr std::size_t forest_strata = 4;
constexpr std::size_t maps = 3;

StratumKind kind_of(std::size_t stratum) {
    if (stratum < forest_strata) return StratumKind::forest;
    return stratum == forest_strata ? StratumKind::excluded : StratumKind::non_forest;
}

Legend legend() {
    Legend result("legend.csv");
    for (std::size_t i = 0; i < strata.size(); ++i)
        result.add(std::to_string(i), {strata[i], kind_of(i)});
    return result;
}

/// Random bins over every zone, combination, cover and year; as many as a large project's crosstab holds.
Crosstab random_crosstab(reference::Draw& draw, std::size_t zones, const LossCodes& codes) {
    std::vector<std::vector<std::uint16_t>> combinations;
    for (int i = 0; i < 100; ++i) {
        std::vector<std::uint16_t> combination;
        for (std::size_t map = 0; map < maps; ++map)
            combination.push_back(static_cast<std::uint16_t>(draw.whole(0, std::int64_t{strata.size()})));
        combinations.push_back(combination);
    }
    std::vector<Bin> bins;
    for (std::int64_t i = 0; i < bins_per_table; ++i) {
        const std::int64_t pixels = draw.whole(1, 500);
        const bool is_lost = draw.whole(0, 4) == 0;
        bins.push_back({{static_cast<std::uint32_t>(draw.whole(0, static_cast<std::int64_t>(zones) - 1)),
                         static_cast<std::uint32_t>(draw.whole(0, 99)), static_cast<std::uint8_t>(draw.whole(0, 100)),
                         static_cast<std::uint8_t>(is_lost ? draw.whole(1, codes.last_code()) : 0)},
                        {pixels, pixels * pixel_cm2}});
    }
    return {maps, combinations, bins, std::vector<OutcomeTally>(zones), {}};
}

CarbonTable factors(const std::string& name, double scale) {
    CarbonTable table{name, {}};
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const double density_tC_per_ha = scale * (i < forest_strata ? 160.0 - 30.0 * static_cast<double>(i) : 5.0);
        table.stocks[strata[i]].add({"total", TonnesCPerHa::of(density_tC_per_ha), {}, "demonstration value"});
    }
    return table;
}

TransitionInterval interval(reference::Draw& draw, int start_year) {
    TransitionInterval result{start_year, start_year + 2, {}};
    for (std::size_t from = 0; from < strata.size(); ++from) {
        for (std::size_t to = 0; to < strata.size(); ++to)
            result.transitions.push_back(
                {strata[from], strata[to], Hectares::of(from == to ? 100'000.0 : draw.real(1.0, 2'000.0))});
    }
    return result;
}

std::vector<ZoneExtent> zones() {
    const auto zone = [](const std::string& name, ZoneRole role) {
        return ZoneExtent{{name, role, name, ""}, 1, 0, {1, 1'000'000 * cm2_per_ha}, 0};
    };
    return {zone("project", ZoneRole::project), zone("belt", ZoneRole::displacement_belt),
            zone("reference", ZoneRole::reference_region), zone("nation", ZoneRole::jurisdiction)};
}

Claim claim() {
    Claim result{.zone = "project",
                 .items = {{ClaimItem::credits, TonnesCO2e::of(600'000)}},
                 .losses = {},
                 .reported_years = ReportedYears::period,
                 .strata_map = "baseline",
                 .area = {},
                 .lost_area = {},
                 .source = "demonstration value"};
    for (int year = 2018; year <= 2020; ++year) {
        for (std::size_t stratum = 0; stratum < forest_strata; ++stratum)
            result.losses.push_back({"project", strata[stratum], {}, LossYear{year}, Hectares::of(100)});
    }
    return result;
}

/// By loss and as reported 5,376 readings of the transitions and 112 of each other reference level; by maps 96 and 8.
AuditCase large_case() {
    using std::chrono::year;
    reference::Draw draw(24);
    const LossCodes codes{LossYear{2001}, LossYear{2020}};
    std::vector<Stratum> national;
    for (std::size_t i = 0; i < strata.size(); ++i)
        national.push_back({strata[i], kind_of(i)});
    return {
        .title = "many readings",
        .label = "demonstration",
        .release = "none",
        .codes = codes,
        .forest = {.canopy_pct = 10, .canopy_rule = CanopyRule::greater, .min_area_ha = 0.5},
        .canopy_sweep = {10, 15, 20, 25, 30, 50, 75},
        .maps = {{"baseline", 2015, StrataRole::baseline, legend()},
                 {"other", 2014, StrataRole::independent, legend()},
                 {"later", 2020, StrataRole::monitoring, legend()}},
        .zones = zones(),
        .crosstabs = {{0.0, random_crosstab(draw, 4, codes)}, {0.5, random_crosstab(draw, 4, codes)}},
        .factor_sets = {factors("first.csv", 1.0), factors("second.csv", 0.8)},
        .transitions = TransitionTable{"national.csv", national, {interval(draw, 2010), interval(draw, 2014)}},
        .references = {{"transitions", NationalTransitions{}},
                       {"rate", LossRate{0.02, RateBase::forest, "demonstration value"}},
                       {"national", NationalLevel{TonnesCO2e::of(5e7), ShareKey::forest_area, {}, "nation", {}, ""}},
                       {"history", HistoryRule{"reference", {LossYear{2005}, LossYear{2014}}}}},
        .monitoring = MonitoringPeriod{year{2018} / 3 / 12, year{2020} / 12 / 31},
        .deductions = {{"buffer", 0.1, "demonstration value"}},
        .declared_areas = {},
        .claim = claim(),
        .sample = {},
        .limits = {}};
}

const AuditCase& only_case() {
    static const AuditCase audit = large_case();
    return audit;
}

void count_readings(benchmark::State& state, std::size_t readings) {
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(readings));
    state.counters["readings"] = static_cast<double>(readings);
}

std::vector<ReadingResult> all_results() {
    const std::vector<Reading> readings = accounting::every_reading(only_case());
    return accounting::evaluate_readings(accounting::Workings(only_case(), {}, readings), readings);
}

/// Every reading of one project, from the counted pixels on.
void evaluate_every_reading(benchmark::State& state) {
    std::size_t readings = 0;
    for (auto _ : state) {
        const auto results = all_results();
        readings = results.size();
        benchmark::DoNotOptimize(results.data());
    }
    count_readings(state, readings);
}
BENCHMARK(evaluate_every_reading)->Unit(benchmark::kMillisecond);

/// The summary of what the readings gave.
void summarise_readings(benchmark::State& state) {
    const auto results = all_results();
    for (auto _ : state)
        benchmark::DoNotOptimize(accounting::summarise(results, 0, TonnesCO2e::of(600'000)));
    count_readings(state, results.size());
}
BENCHMARK(summarise_readings)->Unit(benchmark::kMillisecond);

/// Everything that the command computes from one crosstab.
void account_for_everything(benchmark::State& state) {
    std::size_t readings = 0;
    for (auto _ : state) {
        const AuditResult result = accounting::account(only_case());
        readings = result.readings.size();
        benchmark::DoNotOptimize(result.summaries.data());
    }
    count_readings(state, readings);
}
BENCHMARK(account_for_everything)->Unit(benchmark::kMillisecond);

/// One look at the crosstab; an item is a bin of the table.
void look_at_the_crosstab(benchmark::State& state) {
    const AuditCase& audit = only_case();
    for (auto _ : state) {
        const accounting::LossByCover by_cover(audit.crosstab(0.0), 0, audit.maps, 0, audit.codes);
        benchmark::DoNotOptimize(by_cover.at(audit.forest).counted);
    }
    state.SetItemsProcessed(state.iterations() * bins_per_table);
}
BENCHMARK(look_at_the_crosstab)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace reddline
