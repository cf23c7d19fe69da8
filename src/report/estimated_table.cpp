#include "report/estimated_table.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "domain/sample_evidence.hpp"
#include "domain/stratum_question.hpp"

namespace reddline::report {

namespace {

const LossMix* mix_of(const StratumQuestion& question, MixSource source, std::optional<std::size_t> map) {
    const auto found = std::ranges::find_if(question.mixes,
                                            [&](const LossMix& mix) { return mix.source == source && mix.map == map; });
    return found == question.mixes.end() ? nullptr : &*found;
}

Hectares area_of(const LossMix& mix, const std::string& stratum) {
    const auto found = std::ranges::find(mix.strata, stratum, &StratumShare::stratum);
    return found == mix.strata.end() ? Hectares{} : found->area;
}

/// The standard error of the period's part of a loss: the part is a fixed share of all of it.
std::optional<Hectares> error_of(const SampledLoss& loss, Hectares in_period) {
    const Estimate& all_ha = loss.area_ha;
    if (!all_ha.standard_error || !all_ha.value || *all_ha.value <= 0.0) return std::nullopt;
    return Hectares::of(*all_ha.standard_error * in_period.value() / *all_ha.value);
}

std::string text_of(const Strings& say, std::optional<Hectares> area) {
    return area ? say.grouped(area->value(), 1) : "-";
}

/// What the map shows of a stratum; nothing where no pixel was counted.
std::optional<Hectares> mapped_area(const LossMix* mapped, const std::string& stratum) {
    return mapped == nullptr ? std::nullopt : std::optional(area_of(*mapped, stratum));
}

/// Adds the types that the map shows as lost and no class of the sample is loss of.
void add_mapped_alone(const Strings& say, const LossMix& mapped, const std::vector<SampledLoss>& losses,
                      PlainTable& table) {
    for (const StratumShare& lost : mapped.strata) {
        if (std::ranges::find(losses, lost.stratum, &SampledLoss::from) == losses.end())
            table.rows.push_back({lost.stratum, text_of(say, lost.area), "-", "-"});
    }
}

}  // namespace

PlainTable estimated_table(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    PlainTable table{{say("column.forest_type"), say("column.mapped_ha"), say("column.estimated_ha"),
                      say("column.standard_error_ha")},
                     {},
                     {0}};
    const auto question = std::ranges::find(results.stratum_questions, zone, &StratumQuestion::zone);
    if (question == results.stratum_questions.end()) return table;
    const LossMix* const estimated = mix_of(*question, MixSource::estimated, std::nullopt);
    if (estimated == nullptr) return table;
    const LossMix* const mapped = mix_of(*question, MixSource::mapped, results.default_reading.strata_map);
    const std::vector<SampledLoss> losses = audit.sample->sums_in(audit.zones[zone].zone.name);
    for (const SampledLoss& loss : losses) {
        const Hectares area = area_of(*estimated, loss.from);
        table.rows.push_back({loss.from, text_of(say, mapped_area(mapped, loss.from)), text_of(say, area),
                              text_of(say, error_of(loss, area))});
    }
    if (mapped != nullptr) add_mapped_alone(say, *mapped, losses, table);
    const auto all_mapped = mapped == nullptr ? std::nullopt : std::optional(mapped->lost_forest());
    table.rows.push_back({say("cell.all"), text_of(say, all_mapped), text_of(say, estimated->lost_forest()), "-"});
    return table;
}

}  // namespace reddline::report
