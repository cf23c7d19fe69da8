#include "report/workbook.hpp"

#include <algorithm>

#include "report/area_steps.hpp"
#include "report/calculation.hpp"
#include "report/credit_steps.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

void add_head(const AuditCase& audit, const AuditResult& results, InputSheet& inputs) {
    inputs.heading("Inputs of the default reading");
    inputs.note("Title", audit.title);
    inputs.note("Label", label_text(english(), audit));
    inputs.note("Default reading", reading_text(english(), audit, results.default_reading));
    inputs.note("How to use", "Change a value in column B, and the calculation follows. Every number is there once.");
}

void add_refusal(const AuditResult& results, const std::string& reason, Sheet& sheet) {
    sheet.note("Not computed", reason);
    for (const MissingInput& missing : results.missing) {
        sheet.heading("Missing: " + missing.input);
        sheet.note("Where it usually stands", missing.document);
        sheet.note("What it decides", missing.decides);
    }
}

/// What a refused reading still tells: the emissions observed, where it has the factors for them.
void add_what_is_known(std::size_t zone, Calculation& calculation) {
    const bool is_known = std::ranges::any_of(calculation.results.emissions, [&](const ZoneEmissions& emissions) {
        return emissions.zone == zone && emissions.route == calculation.reading().route;
    });
    if (!is_known || !calculation.audit.monitoring) return;
    static_cast<void>(observed_steps(calculation, zone, year_shares(calculation)));
}

Sheet calculation_sheet(const AuditCase& audit, const AuditResult& results, const ZoneStatement& statement,
                        const std::string& name, InputSheet& inputs) {
    Calculation calculation{audit, results, inputs, Sheet(name, "", "equation (docs/equations.md)"), {}};
    Sheet& sheet = calculation.sheet;
    sheet.heading("Calculation of zone '" + calculation.zone_name(statement.zone) + "'");
    sheet.note("Label", label_text(english(), audit));
    sheet.note("Reading", reading_text(english(), audit, results.default_reading));
    if (statement.answer.given()) {
        add_credits(statement.answer.value(), calculation);
    } else {
        add_what_is_known(statement.zone, calculation);
        add_refusal(results, statement.answer.refusal().reason, sheet);
    }
    return std::move(calculation.sheet);
}

}  // namespace

std::vector<Sheet> workbook(const AuditCase& audit, const AuditResult& results) {
    InputSheet inputs;
    add_head(audit, results, inputs);
    std::vector<Sheet> calculations;
    for (const ZoneStatement& statement : results.statements) {
        const std::string name =
            "Calculation" +
            (results.statements.size() > 1 ? " " + std::to_string(calculations.size() + 1) : std::string{});
        calculations.push_back(calculation_sheet(audit, results, statement, name, inputs));
    }
    if (calculations.empty()) {
        Sheet sheet("Calculation", "", "equation (docs/equations.md)");
        add_refusal(results, "no zone of role project: give one in [[zones]]", sheet);
        calculations.push_back(std::move(sheet));
    }
    std::vector<Sheet> sheets{inputs.sheet()};
    std::ranges::move(calculations, std::back_inserter(sheets));
    return sheets;
}

}  // namespace reddline::report
