#include "report/credit_steps.hpp"

#include <algorithm>
#include <optional>

#include "domain/reading_scope.hpp"
#include "report/area_steps.hpp"
#include "report/level_steps.hpp"

namespace reddline::report {

namespace {

bool is_observed_or_treeless(Calculation& calculation, std::size_t belt) {
    if (observes_zone(calculation.audit, calculation.reading().route, belt)) return true;
    return forest_steps(calculation, belt, calculation.audit.monitoring->first_year()).empty();
}

YearTerms observed_of(Calculation& calculation, std::size_t belt, const YearTerms& shares) {
    if (observes_zone(calculation.audit, calculation.reading().route, belt))
        return observed_steps(calculation, belt, shares);
    YearTerms none;
    for (const auto& [year, share] : shares)
        none[year] = constant(0);
    return none;
}

/// What the belts emitted beyond their own reference by year; nothing without a belt of which the route says anything.
///
/// Source: docs/equations.md, Eq. 21
std::optional<YearTerms> displaced_steps(Calculation& calculation, std::size_t project, const YearTerms& shares) {
    std::map<int, std::vector<Term>> beyond;
    for (const std::size_t belt : calculation.audit.belts_of(project)) {
        const std::string& name = calculation.zone_name(belt);
        if (!is_observed_or_treeless(calculation, belt)) {
            calculation.sheet.note(
                "Belt '" + name + "'",
                "nothing is known of its loss on this route: what was displaced into it is not counted");
            continue;
        }
        const YearTerms expected = expected_steps(calculation, belt);
        const YearTerms observed = observed_of(calculation, belt, shares);
        calculation.sheet.heading("Displaced emissions, belt '" + name + "'");
        for (const auto& [year, share] : shares) {
            const Term excess =
                calculation.sheet.step("Observed less expected in " + std::to_string(year) + ", inside the period",
                                       share * (observed.at(year) - expected.at(year)), "tCO2e", "Eq. 21");
            beyond[year].push_back(calculation.sheet.step("Displaced in " + std::to_string(year), at_least_zero(excess),
                                                          "tCO2e", "Eq. 21"));
        }
    }
    if (beyond.empty()) {
        calculation.sheet.note("Displaced emissions", "not known, no belt is counted: the credits are an upper bound");
        return std::nullopt;
    }
    YearTerms sums;
    for (const auto& [year, terms] : beyond)
        sums[year] = sum_of(terms);
    return sums;
}

/// The steps of one account over the years of the period.
struct AccountSteps {
    Term tonnes;
    Term kg;
};

using WholeKg = Term (*)(const Term&);

AccountSteps account_steps(Calculation& calculation, const std::string& account, const YearTerms& amounts,
                           WholeKg whole_kg) {
    std::vector<std::pair<int, Term>> tonnes;
    for (const auto& [year, amount] : amounts) {
        tonnes.emplace_back(
            year, calculation.sheet.step(account + " in " + std::to_string(year) + ", inside the period", amount,
                                         "tCO2e", "Eq. 6, 22"));
    }
    std::vector<Term> sums;
    for (const auto& [year, cell] : tonnes)
        sums.push_back(cell);
    const Term total = calculation.sheet.step(account + ", monitoring period", sum_of(sums), "tCO2e", "Eq. 22");
    std::vector<Term> posted;
    for (const auto& [year, cell] : tonnes) {
        const Term kg =
            calculation.sheet.step(account + " in " + std::to_string(year), cell * constant(1000), "kg CO2e", "Eq. 22");
        posted.push_back(
            calculation.sheet.step("posted, rounded against the credit", whole_kg(kg), "kg CO2e", "Eq. 22"));
    }
    Term sum = posted.front();
    std::for_each(posted.begin() + 1, posted.end(), [&](const Term& kg) { sum = sum + kg; });
    return {total, calculation.sheet.step(account + ", posted", sum, "kg CO2e", "Eq. 22")};
}

YearTerms inside_period(const YearTerms& shares, const YearTerms& amounts) {
    YearTerms inside;
    for (const auto& [year, share] : shares)
        inside[year] = share * amounts.at(year);
    return inside;
}

/// Takes each deduction from what the ones before it left; what remains, and what was deducted.
std::pair<Term, Term> deduction_steps(Calculation& calculation, Term left_kg) {
    std::vector<Term> taken;
    for (const Deduction& deduction : calculation.audit.deductions) {
        const Term share =
            calculation.inputs.input("Deduction " + deduction.name, deduction.fraction, "1", deduction.source);
        const Term kg = calculation.sheet.step("Deduction " + deduction.name, share * left_kg, "kg CO2e", "Eq. 23");
        taken.push_back(
            calculation.sheet.step("deducted, rounded against the credit", whole_kg_up(kg), "kg CO2e", "Eq. 23"));
        left_kg = calculation.sheet.step("left after deduction " + deduction.name, left_kg - taken.back(), "kg CO2e",
                                         "Eq. 23");
    }
    return {left_kg, sum_of(taken)};
}

/// The tool's own amount beside the formula's, and their difference.
void compare(Calculation& calculation, const std::string& name, const Term& formula, double own,
             const std::string& unit) {
    const Term ours = calculation.sheet.number(name + " by the tool", own, unit, "readings.csv");
    const Term theirs = calculation.sheet.step(name + " by the formulas", formula, unit, "");
    static_cast<void>(calculation.sheet.step("difference, formulas less tool", theirs - ours, unit, ""));
}

}  // namespace

void add_credits(const Statement& statement, Calculation& calculation) {
    calculation.sheet.heading("Time in the monitoring period");
    const YearTerms shares = year_shares(calculation);
    const YearTerms expected = expected_steps(calculation, statement.zone);
    const YearTerms observed = observed_steps(calculation, statement.zone, shares);
    const auto displaced = displaced_steps(calculation, statement.zone, shares);

    calculation.sheet.heading("Reduction");
    const AccountSteps reference =
        account_steps(calculation, "Expected", inside_period(shares, expected), whole_kg_down);
    const AccountSteps project = account_steps(calculation, "Emitted", inside_period(shares, observed), whole_kg_up);
    Term reduction = reference.tonnes - project.tonnes;
    Term balance = reference.kg - project.kg;
    std::optional<AccountSteps> beyond;
    if (displaced) {
        beyond = account_steps(calculation, "Displaced", *displaced, whole_kg_up);
        reduction = reduction - beyond->tonnes;
        balance = balance - beyond->kg;
    }
    const Term net = calculation.sheet.step("Net emission reductions", reduction, "tCO2e", "Eq. 22");
    const Term posted = calculation.sheet.step("Balance before deductions", balance, "kg CO2e", "Eq. 22");

    calculation.sheet.heading("Deductions and credits");
    const Term creditable =
        calculation.sheet.step("Creditable: the balance, or 0 below it", at_least_zero(posted), "kg CO2e", "Eq. 23");
    const auto [left, deducted] = deduction_steps(calculation, creditable);
    const Term credits = calculation.sheet.step("Credits, whole tonnes", whole_tonnes(left), "tCO2e", "Eq. 23");

    calculation.sheet.heading("The tool's own numbers");
    const CreditTotals& totals = statement.totals;
    compare(calculation, "Reference level", reference.tonnes, totals.reference.value(), "tCO2e");
    compare(calculation, "Project emissions", project.tonnes, totals.project.value(), "tCO2e");
    if (beyond && totals.displaced)
        compare(calculation, "Displaced emissions", beyond->tonnes, totals.displaced->value(), "tCO2e");
    compare(calculation, "Reduction", net, totals.reduction.value(), "tCO2e");
    compare(calculation, "Deducted", deducted / constant(1000), totals.deducted.value(), "tCO2e");
    compare(calculation, "Credits", credits, static_cast<double>(totals.credits.tCO2e), "tCO2e");
}

}  // namespace reddline::report
