#include "report/sources.hpp"

#include "domain/number_text.hpp"
#include "report/answer.hpp"

namespace reddline::report {

namespace {

std::string years_text(int first, int last) {
    return std::to_string(first) + " to " + std::to_string(last);
}

std::string years_text(LossYear first, LossYear last) {
    return years_text(first.value(), last.value());
}

std::string zones_line(const AuditCase& audit) {
    std::string names;
    for (const ZoneExtent& extent : audit.zones) {
        names += (names.empty() ? "" : ", ") + ("'" + extent.zone.name + "' (") +
                 std::string(to_string(extent.zone.role)) +
                 (extent.zone.project.empty() ? ")" : " of '" + extent.zone.project + "')");
    }
    return "Zones: " + names;
}

std::string transitions_line(const TransitionTable& transitions) {
    std::string years;
    for (const TransitionInterval& interval : transitions.intervals) {
        years += (years.empty() ? "" : ", ") + years_text(interval.start_year, interval.end_year);
    }
    return "National transitions: " + transitions.name + ", " + years;
}

std::string rate_line(const LossRate& rate) {
    return "Flat rate: " + shortest(rate.per_year()) + " of the " + std::string(to_string(rate.base())) +
           " per year; source: " + rate.source();
}

std::string history_line(const HistoryRule& history) {
    return "Reference level: history of zone '" + history.zone + "', " +
           years_text(history.period.first(), history.period.last()) +
           (history.scale == HistoryScale::none ? ", carried to other zones as it is (scale none)"
                                                : ", carried to other zones by forest area (scale forest-area)");
}

}  // namespace

std::vector<std::string> source_lines(const AuditCase& audit) {
    std::vector<std::string> lines{
        "Loss product: " + audit.release + ", loss years " + years_text(audit.codes.first(), audit.codes.last()),
        "Forest: " + audit.forest.text(), zones_line(audit)};
    for (const StrataMap& map : audit.maps) {
        lines.push_back("Strata map " + map.name + ": year " + std::to_string(map.year) + ", role " +
                        std::string(to_string(map.role)) + ", legend " + map.legend.source());
    }
    if (audit.monitoring) {
        lines.push_back("Monitoring: " + to_string(audit.monitoring->start()) + " to " +
                        to_string(audit.monitoring->end()) + ", both days included, " +
                        counted(audit.monitoring->days(), "day"));
    }
    if (audit.transitions) lines.push_back(transitions_line(*audit.transitions));
    if (audit.rate) lines.push_back(rate_line(*audit.rate));
    if (audit.history) lines.push_back(history_line(*audit.history));
    for (const Deduction& deduction : audit.deductions) {
        lines.push_back("Deduction " + deduction.name + ": " + shortest(deduction.fraction) +
                        " held back; source: " + deduction.source);
    }
    if (audit.factors) lines.push_back("Carbon factors: " + audit.factors->name + ", listed below");
    lines.push_back("Pixels: " + pixel_sentence(audit));
    lines.push_back("SHA-256 of every input: run.json");
    return lines;
}

}  // namespace reddline::report
