#include "accounting/zone_history.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "accounting/emissions.hpp"
#include "accounting/forest_area.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

/// Adds a share of a flow to the mean of its kind.
void add_share(double share, const Flow& flow, std::vector<Flow>& means) {
    const auto is_same = [&](const Flow& mean) {
        const bool errs_alike =
            mean.error.has_value() == flow.error.has_value() && (!mean.error || mean.error->input == flow.error->input);
        return mean.stock_after == flow.stock_after && errs_alike;
    };
    auto mean = std::ranges::find_if(means, is_same);
    if (mean == means.end()) {
        means.push_back({flow.stock_after, {}, flow.error});
        mean = means.end() - 1;
        if (mean->error) mean->error->standard_error = {};
    }
    mean->area += share * flow.area;
    if (mean->error) mean->error->standard_error += share * flow.error->standard_error;
}

EmissionTable yearly_means(const EmissionTable& table, const ReferencePeriod& period, double carried_over) {
    std::map<std::string, StratumYear> means;
    const double share = carried_over / period.years();
    for (const StratumYear& row : table) {
        if (row.year < period.first() || row.year > period.last()) continue;
        StratumYear& mean =
            means.try_emplace(row.stratum, StratumYear{row.stratum, row.year, Hectares{}, {}}).first->second;
        if (row.area) *mean.area += share * *row.area;
        mean.emission += share * row.emission;
        for (const Flow& flow : row.flows)
            add_share(share, flow, mean.flows);
    }
    EmissionTable result;
    for (const auto& [stratum, mean] : means)
        result.push_back(mean);
    return result;
}

/// The zone whose history judges a zone; nothing when the rule names none that exists.
std::optional<std::size_t> source_of(const AuditCase& audit, std::size_t zone, const HistoryRule& rule) {
    if (rule.zone.empty()) return zone;
    const auto named = audit.zone_index(rule.zone);
    if (!named) return std::nullopt;
    const std::vector<std::size_t> belts = audit.belts_of(*named);
    const bool is_belt_of_named = std::ranges::find(belts, zone) != belts.end();
    return audit.zones[*named].zone.role == ZoneRole::project && is_belt_of_named ? zone : *named;
}

/// The zone whose past counts, and by what it is multiplied.
struct Past {
    std::size_t zone = 0;
    double carried_over = 1.0;
};

/// Hectares of the judged zone's forest for each of the source's; 1 where nothing is carried over.
Answer<double> carried_over(const Workings& workings, std::size_t zone, std::size_t source, const Reading& reading,
                            const HistoryRule& rule) {
    if (source == zone || rule.scale == HistoryScale::none) return 1.0;
    const auto judged = forest_area(workings, zone, reading, workings.audit().monitoring->first_year());
    const auto at_reference = forest_area(workings, source, reading, rule.period.first());
    if (!judged.given()) return judged.refusal();
    if (!at_reference.given()) return at_reference.refusal();
    if (at_reference.value().empty()) return Refusal{"the reference zone '" + rule.zone + "' has no forest"};
    return total_area(judged.value()) / total_area(at_reference.value());
}

Answer<Past> past_of(const Workings& workings, std::size_t zone, const Reading& reading, const HistoryRule& rule) {
    const AuditCase& audit = workings.audit();
    const auto source = source_of(audit, zone, rule);
    if (!source) return Refusal{"the reference zone '" + rule.zone + "' is not among the zones"};
    if (!audit.has_pixels()) return Refusal{"a history needs counted pixels: give [loss] and [[zones]]"};
    if (reading.route == Route::maps) {
        return Refusal{
            "the reference level is a history of the loss product; change between two maps is not set against it"};
    }
    if (reading.route == Route::sample) {
        return Refusal{
            "the reference level is a history of the loss product; estimated loss is not set against mapped loss"};
    }
    const auto scale = carried_over(workings, zone, *source, reading, rule);
    if (!scale.given()) return scale.refusal();
    return Past{*source, scale.value()};
}

}  // namespace

Answer<EmissionTable> mean_history(const Workings& workings, std::size_t zone, const Reading& reading,
                                   const HistoryRule& rule) {
    const auto past = past_of(workings, zone, reading, rule);
    if (!past.given()) return past.refusal();
    const auto table = emissions(workings.audit(), loss_activity(workings, past.value().zone, reading), reading);
    if (!table.given()) return table.refusal();
    return yearly_means(table.value(), rule.period, past.value().carried_over);
}

Answer<Hectares> mean_past_loss(const Workings& workings, std::size_t zone, const Reading& reading,
                                const HistoryRule& rule) {
    const auto past = past_of(workings, zone, reading, rule);
    if (!past.given()) return past.refusal();
    Hectares sum;
    for (const Activity& row : loss_activity(workings, past.value().zone, reading).rows) {
        const bool is_inside = row.year >= rule.period.first() && row.year <= rule.period.last();
        if (is_inside && row.kind == StratumKind::forest) sum += row.area;
    }
    return (past.value().carried_over / rule.period.years()) * sum;
}

Answer<ReferenceLevel> level_of_history(const Workings& workings, std::size_t zone, const Reading& reading,
                                        const HistoryRule& rule) {
    const auto means = mean_history(workings, zone, reading, rule);
    if (!means.given()) return means.refusal();
    const MonitoringPeriod& period = *workings.audit().monitoring;
    ReferenceLevel level;
    for (int year = period.first_year().value(); year <= period.last_year().value(); ++year) {
        for (StratumYear row : means.value()) {
            row.year = LossYear{year};
            level.years.push_back(row);
        }
    }
    return level;
}

}  // namespace reddline::accounting
