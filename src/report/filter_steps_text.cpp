#include "report/filter_steps_text.hpp"

#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/words.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

constexpr const char* hanging = "    ";  // what goes on stands under what began

std::string ha(const Tally& tally) {
    return grouped(hectares(tally.area_cm2).value(), 2);
}

PlainTable steps_table(const FilterSteps& steps) {
    PlainTable table{{"step", "taken out", "pixels left", "ha left"}, {}};
    for (const FilterStep& step : steps.steps) {
        const bool is_first = &step == &steps.steps.front();
        table.rows.push_back(
            {step.text, is_first ? "" : grouped(step.taken.pixels), grouped(step.left.pixels), ha(step.left)});
    }
    return table;
}

PlainTable strata_table(const FilterSteps& steps) {
    PlainTable table{{"stratum", "pixels", "ha"}, {}};
    for (const LossByStratum& row : steps.strata) {
        const std::string stratum = row.stratum.empty() ? "(the map has none there)" : row.stratum;
        table.rows.push_back({stratum, grouped(row.lost.pixels), ha(row.lost)});
    }
    return table;
}

PlainTable alternatives_table(const FilterSteps& steps) {
    const std::string& stratum = steps.question.stratum;
    PlainTable table{{"canopy cover", stratum + ", pixels", "ha", "all land of the zone, pixels", "ha"}, {}};
    for (const CanopyAlternative& row : steps.alternatives) {
        table.rows.push_back({"> " + shortest(row.canopy_pct) + " %", grouped(row.stratum.pixels), ha(row.stratum),
                              grouped(row.zone.pixels), ha(row.zone)});
    }
    return table;
}

/// From the loss of the whole year to tonnes in the monitoring period.
std::string emission_text(const AuditCase& audit, const FilterSteps& steps) {
    const Hectares lost = hectares(steps.steps.back().left.area_cm2);
    const std::string year = std::to_string(steps.question.year.value());
    if (!steps.fraction) return "No monitoring period is given, so the loss stands as that of the whole year.\n";
    std::string text = "Of " + year + ", " + fixed(100.0 * *steps.fraction, 2) + " % lies in the monitoring period (" +
                       to_string(audit.monitoring->start()) + " to " + to_string(audit.monitoring->end()) +
                       "): " + grouped((*steps.fraction * lost).value(), 2) + " ha.\n";
    if (!steps.emission) return text + "No emission follows: the stratum has no carbon factor, or is not forest.\n";
    return text + "At " + fixed(steps.factor->value(), 2) + " tCO2e per ha that is " +
           grouped(steps.emission->value(), 1) + " tCO2e.\n";
}

}  // namespace

std::string filter_steps_text(const AuditCase& audit, const FilterSteps& steps) {
    const std::string year = std::to_string(steps.question.year.value());
    std::string text = audit.title + "\n";
    const std::string label = label_text(english(), audit, {Entered::factors});
    if (!label.empty()) text += wrapped("[" + label + "]", hanging);
    text += wrapped("Loss of " + year + " in '" + steps.question.stratum + "' of the zone '" +
                        audit.zones[steps.question.zone].zone.name + "', step by step; loss product " + audit.release +
                        "; " + mapping_text(english(), audit, steps.reading) + ".",
                    hanging) +
            "\n" + aligned(steps_table(steps), "  ");
    if (!steps.strata.empty()) {
        text += "\nAll pixels lost in " + year + ", at any canopy cover, by what " + strata_text(audit, steps.reading) +
                " shows:\n" + aligned(strata_table(steps), "  ");
    }
    text += "\nAt other thresholds, without patch filter (Global Forest Watch's dashboards show > 30 %):\n" +
            aligned(alternatives_table(steps), "  ") + "\n" + emission_text(audit, steps);
    for (const std::string& remark : steps.remarks)
        text += wrapped("Note: " + remark + ".", hanging);
    return text;
}

}  // namespace reddline::report
