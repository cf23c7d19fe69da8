#include "report/sources.hpp"

#include <string_view>
#include <variant>

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

std::string history_text(const HistoryRule& history) {
    const std::string zone =
        history.zone.empty() ? "each zone's own history" : "history of zone '" + history.zone + "'";
    const std::string carried = history.zone.empty() ? ""
                                : history.scale == HistoryScale::none
                                    ? ", carried to other zones as it is (scale none)"
                                    : ", carried to other zones by forest area (scale forest-area)";
    return zone + ", " + years_text(history.period.first(), history.period.last()) + carried;
}

/// The unit of what a national level is shared by.
std::string_view unit_of(ShareKey key) {
    switch (key) {
        case ShareKey::forest_area:
            return "ha of forest";
        case ShareKey::carbon_stock:
            return "tC";
        case ShareKey::past_area_change:
            return "ha lost per year";
        case ShareKey::past_stock_change:
            return "tCO2e emitted per year";
    }
    return {};
}

/// What a reference level is, in one line.
struct ReferenceLine {
    const AuditCase& audit;

    std::string operator()(const NationalTransitions&) const {
        return audit.transitions ? "national transitions of " + audit.transitions->name : std::string{};
    }
    std::string operator()(const LossRate& rate) const {
        return "flat rate, " + shortest(rate.per_year()) + " of the " + std::string(to_string(rate.base())) +
               " per year; source: " + rate.source();
    }
    std::string operator()(const NationalLevel& national) const {
        const std::string share = national.total ? "the nation's total is " + shortest(*national.total) + " " +
                                                       std::string(unit_of(national.key))
                                                 : "the nation is zone '" + national.jurisdiction + "'";
        return shortest(national.per_year.value()) + " tCO2e per year of the nation, shared by " +
               std::string(to_string(national.key)) + "; " + share +
               (national.history ? "; " + history_text(*national.history) : "") + "; source: " + national.source;
    }
    std::string operator()(const HistoryRule& history) const { return history_text(history); }
};

std::string claim_line(const Claim& claim) {
    std::string text = "Claim" + (claim.zone.empty() ? std::string{} : " on '" + claim.zone + "'");
    if (!claim.losses.empty()) {
        text += claim.reported_years == ReportedYears::period
                    ? ", reported losses of part years speak of the part inside the period"
                    : ", reported losses of part years are taken by days";
        text += claim.strata_map.empty() ? "" : ", forest types from " + claim.strata_map;
    }
    if (claim.lost_area) text += ", " + shortest(claim.lost_area->value()) + " ha lost in the period";
    if (claim.area) text += ", project area " + shortest(claim.area->value()) + " ha";
    return text + "; source: " + claim.source;
}

std::string limit_line(Choice choice, const std::vector<ListedValue>& values) {
    std::string text;
    for (const ListedValue& value : values)
        text += (text.empty() ? "" : ", ") + value.text;
    return "Readings are restricted: " + std::string(to_string(choice)) + " to " + text;
}

/// Loss product, forest and zones, or the declared areas in their place.
std::vector<std::string> counted_lines(const AuditCase& audit) {
    if (!audit.has_pixels()) return {"Areas: declared in a table, nothing was counted", zones_line(audit)};
    return {"Loss product: " + audit.release + ", loss years " + years_text(audit.codes.first(), audit.codes.last()),
            "Forest: " + audit.forest.text(), zones_line(audit)};
}

}  // namespace

std::vector<std::string> source_lines(const AuditCase& audit) {
    std::vector<std::string> lines = counted_lines(audit);
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
    for (const ReferenceSource& source : audit.references) {
        lines.push_back("Reference level " + source.name + ": " + std::visit(ReferenceLine{audit}, source.rule));
    }
    if (audit.claim) lines.push_back(claim_line(*audit.claim));
    for (const auto& [choice, values] : audit.limits)
        lines.push_back(limit_line(choice, values));
    for (const Deduction& deduction : audit.deductions) {
        lines.push_back("Deduction " + deduction.name + ": " + shortest(deduction.fraction) +
                        " held back; source: " + deduction.source);
    }
    for (const CarbonTable& factors : audit.factor_sets)
        lines.push_back("Carbon factors: " + factors.name + ", listed below");
    if (audit.has_pixels()) lines.push_back("Pixels: " + pixel_sentence(audit));
    lines.push_back("SHA-256 of every input: run.json");
    return lines;
}

}  // namespace reddline::report
