#include "report/reading_csv.hpp"

#include <utility>
#include <vector>

#include "domain/number_text.hpp"
#include "report/csv_text.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

/// The claim enters the choices of a zone where one of its readings goes by what is reported, and so does the sample.
std::string label_of(const AuditCase& audit, const AuditResult& results, std::size_t zone) {
    std::vector<Entered> entered{Entered::factors, Entered::reference_level, Entered::deductions};
    for (const ReadingResult& result : readings_of(results.readings, zone))
        entered = by_route(result.reading.route, std::move(entered));
    return label_text(english(), audit, entered);
}

}  // namespace

std::string choices_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv(
        {"zone", "choice", "groups", "mean_range_tCO2e", "largest_range_tCO2e", "mean_range_reduction_tCO2e", "label"});
    for (const ReadingsSummary& summary : results.summaries) {
        const std::string label = label_of(audit, results, summary.zone);
        for (const ChoiceEffect& effect : summary.effects) {
            csv.add({audit.zones[summary.zone].zone.name, std::string(to_string(effect.choice)),
                     std::to_string(effect.groups), shortest(effect.mean_range_tCO2e),
                     shortest(effect.largest_range_tCO2e), shortest(effect.mean_range_reduction.value()), label});
        }
    }
    return csv.text();
}

std::string unit_reference_csv(const AuditCase& audit, const AuditResult& results) {
    CsvText csv({"stratum", "factors", "annualise", "intervals", "arcs", "areas", "post", "lost_first_year_ha",
                 "first_year_tCO2e", "period_tCO2e", "status", "reason", "label"});
    for (const UnitReference& unit : results.unit_references) {
        std::vector<std::string> row{unit.stratum};
        for (const Choice choice : level_choices())
            row.push_back(choice_text(audit, unit.reading, choice));
        if (unit.answer.given()) {
            const UnitExpectation& expected = unit.answer.value();
            row.insert(row.end(), {shortest(expected.lost_first_year.value()), shortest(expected.first_year.value()),
                                   shortest(expected.period.value()), "computed", ""});
        } else {
            row.insert(row.end(), {"", "", "", "refused", unit.answer.refusal().reason});
        }
        row.push_back(label_text(english(), audit, {Entered::factors}));
        csv.add(row);
    }
    return csv.text();
}

std::string missing_csv(const AuditResult& results) {
    CsvText csv({"input", "document", "decides"});
    for (const MissingInput& missing : results.missing)
        csv.add({missing.input, missing.document, missing.decides});
    return csv.text();
}

}  // namespace reddline::report
