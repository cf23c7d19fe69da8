#include "report/sources.hpp"

#include <utility>
#include <variant>

#include "domain/number_text.hpp"
#include "report/answer.hpp"
#include "report/estimate_text.hpp"

namespace reddline::report {

namespace {

std::string years_text(const Strings& say, int first, int last) {
    return say("source.years", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
}

std::string years_text(const Strings& say, LossYear first, LossYear last) {
    return years_text(say, first.value(), last.value());
}

std::string zones_line(const Strings& say, const AuditCase& audit) {
    std::vector<std::string> names;
    for (const ZoneExtent& extent : audit.zones) {
        const std::string role(to_string(extent.zone.role));
        names.push_back(extent.zone.project.empty()
                            ? say("source.zone", {{"zone", extent.zone.name}, {"role", role}})
                            : say("source.zone_of_project",
                                  {{"zone", extent.zone.name}, {"role", role}, {"project", extent.zone.project}}));
    }
    return say("source.zones", {{"zones", say.joined("list.comma", names)}});
}

std::string transitions_line(const Strings& say, const TransitionTable& transitions) {
    std::vector<std::string> years;
    for (const TransitionInterval& interval : transitions.intervals)
        years.push_back(years_text(say, interval.start_year, interval.end_year));
    return say("source.transitions", {{"name", transitions.name}, {"years", say.joined("list.comma", years)}});
}

std::string history_text(const Strings& say, const HistoryRule& history) {
    const std::string years = years_text(say, history.period.first(), history.period.last());
    if (history.zone.empty()) return say("source.own_history", {{"years", years}});
    return say(history.scale == HistoryScale::none ? "source.history_as_it_is" : "source.history_by_forest_area",
               {{"zone", history.zone}, {"years", years}});
}

/// What a national level is shared by, with its unit.
std::string total_text(const Strings& say, ShareKey key, double total) {
    const std::string amount = say.number(shortest(total));
    switch (key) {
        case ShareKey::forest_area:
            return say("source.total_forest_area", {{"total", amount}});
        case ShareKey::carbon_stock:
            return say("source.total_carbon_stock", {{"total", amount}});
        case ShareKey::past_area_change:
            return say("source.total_area_change", {{"total", amount}});
        case ShareKey::past_stock_change:
            return say("source.total_stock_change", {{"total", amount}});
    }
    return {};
}

/// What a reference level is, in one line.
struct ReferenceLine {
    const Strings& say;
    const AuditCase& audit;

    std::string operator()(const NationalTransitions&) const {
        return audit.transitions ? say("source.level_of_transitions", {{"name", audit.transitions->name}})
                                 : std::string{};
    }
    std::string operator()(const LossRate& rate) const {
        return say("source.level_of_rate", {{"rate", say.number(shortest(rate.per_year()))},
                                            {"base", std::string(to_string(rate.base()))},
                                            {"source", rate.source()}});
    }
    std::string operator()(const NationalLevel& national) const {
        const std::string share = national.total ? total_text(say, national.key, *national.total)
                                                 : say("source.nation_is_zone", {{"zone", national.jurisdiction}});
        const std::string level =
            say("source.national_level", {{"emission", say.number(shortest(national.per_year.value()))},
                                          {"key", std::string(to_string(national.key))},
                                          {"share", share}});
        if (!national.history) return say("source.level_and_source", {{"level", level}, {"source", national.source}});
        return say("source.level_history_and_source",
                   {{"level", level}, {"history", history_text(say, *national.history)}, {"source", national.source}});
    }
    std::string operator()(const HistoryRule& history) const { return history_text(say, history); }
};

std::string claim_line(const Strings& say, const Claim& claim) {
    std::vector<std::string> parts{claim.zone.empty() ? say("source.claim")
                                                      : say("source.claim_on", {{"zone", claim.zone}})};
    if (!claim.losses.empty()) {
        parts.push_back(
            say(claim.reported_years == ReportedYears::period ? "source.claim_by_period" : "source.claim_by_days"));
        if (!claim.strata_map.empty()) parts.push_back(say("source.claim_types", {{"map", claim.strata_map}}));
    }
    if (claim.lost_area) {
        parts.push_back(say("source.claim_lost", {{"area", say.number(shortest(claim.lost_area->value()))}}));
    }
    if (claim.area) parts.push_back(say("source.claim_area", {{"area", say.number(shortest(claim.area->value()))}}));
    return say("source.claim_line", {{"claim", say.joined("list.comma", parts)}, {"source", claim.source}});
}

std::string limit_line(const Strings& say, Choice choice, const std::vector<ListedValue>& values) {
    std::vector<std::string> texts;
    for (const ListedValue& value : values)
        texts.push_back(value.text);
    return say("source.limit",
               {{"choice", std::string(to_string(choice))}, {"values", say.joined("list.comma", texts)}});
}

/// Loss product, forest and zones, or the declared areas in their place.
std::vector<std::string> counted_lines(const Strings& say, const AuditCase& audit) {
    if (!audit.has_pixels()) return {say("source.declared"), zones_line(say, audit)};
    return {say("source.product",
                {{"release", audit.release}, {"years", years_text(say, audit.codes.first(), audit.codes.last())}}),
            say("source.forest", {{"forest", audit.forest.text()}}), zones_line(say, audit)};
}

/// The share set aside, and every line of its ledger.
std::vector<std::string> buffer_lines(const Strings& say, const CreditBuffer& buffer) {
    std::vector<std::string> lines{
        say("source.buffer", {{"fraction", say.number(shortest(buffer.fraction))}, {"source", buffer.source}})};
    for (const BufferPosting& posting : buffer.ledger) {
        lines.push_back(say("source.buffer_entry", {{"zone", posting.zone},
                                                    {"entry", std::string(to_string(posting.kind))},
                                                    {"credits", say.grouped(posting.credits.tCO2e)},
                                                    {"source", posting.source}}));
    }
    return lines;
}

std::string map_line(const Strings& say, const StrataMap& map) {
    return say("source.map", {{"map", map.name},
                              {"year", std::to_string(map.year)},
                              {"role", std::string(to_string(map.role))},
                              {"legend", map.legend.source()}});
}

}  // namespace

std::vector<std::string> source_lines(const Strings& say, const AuditCase& audit) {
    std::vector<std::string> lines = counted_lines(say, audit);
    for (const StrataMap& map : audit.maps)
        lines.push_back(map_line(say, map));
    if (const auto& period = audit.monitoring) {
        lines.push_back(say.counted("source.monitoring", period->days(),
                                    {{"start", to_string(period->start())}, {"end", to_string(period->end())}}));
    }
    if (audit.transitions) lines.push_back(transitions_line(say, *audit.transitions));
    for (const ReferenceSource& source : audit.references) {
        lines.push_back(say("source.reference",
                            {{"name", source.name}, {"level", std::visit(ReferenceLine{say, audit}, source.rule)}}));
    }
    if (audit.claim) lines.push_back(claim_line(say, *audit.claim));
    if (audit.sample) {
        const ReferenceSample& sample = audit.sample->sample;
        lines.push_back(say("source.sample", {{"sample", sample_text(sample)}, {"source", sample.source}}));
    }
    for (const auto& [choice, values] : audit.limits)
        lines.push_back(limit_line(say, choice, values));
    for (const Deduction& deduction : audit.deductions) {
        lines.push_back(say("source.deduction", {{"name", deduction.name},
                                                 {"fraction", say.number(shortest(deduction.fraction))},
                                                 {"source", deduction.source}}));
    }
    if (audit.buffer) {
        for (std::string& line : buffer_lines(say, *audit.buffer))
            lines.push_back(std::move(line));
    }
    for (const CarbonTable& factors : audit.factor_sets)
        lines.push_back(say("source.factors", {{"name", factors.name}}));
    if (audit.has_pixels()) lines.push_back(say("source.pixels", {{"pixels", pixel_sentence(say, audit)}}));
    lines.push_back(say("source.hashes"));
    return lines;
}

}  // namespace reddline::report
