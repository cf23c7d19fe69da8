#include "accounting/credits.hpp"

#include <cassert>
#include <cstdint>

namespace reddline::accounting {

namespace {

constexpr std::int64_t kg_per_t = 1000;

TonnesCO2e tonnes(std::int64_t amount_kg) {
    return TonnesCO2e::of(static_cast<double>(amount_kg) / kg_per_t);
}

void post_years(Statement& statement) {
    Ledger& ledger = statement.ledger;
    for (const StatementYear& year : statement.years) {
        ledger.post({Account::reference_emissions, year.year, kg_rounded_down(year.reference), "expected"});
        ledger.post(
            {Account::project_emissions, year.year, -kg_rounded_up(year.project), "emitted in the project zone"});
        if (year.displaced) {
            ledger.post({Account::displaced_emissions, year.year, -kg_rounded_up(*year.displaced),
                         "emitted in the belt beyond its reference"});
        }
    }
}

/// Posts each deduction from what the ones before it left; returns what remains.
std::int64_t post_deductions(const std::vector<Deduction>& deductions, std::int64_t creditable_kg, Ledger& ledger) {
    for (const Deduction& deduction : deductions) {
        const std::int64_t deducted_kg = kg_rounded_up(deduction.fraction * tonnes(creditable_kg));
        ledger.post({Account::deduction, std::nullopt, -deducted_kg, deduction.name});
        creditable_kg -= deducted_kg;
    }
    return creditable_kg;
}

void add_totals(Statement& statement) {
    CreditTotals& totals = statement.totals;
    for (const StatementYear& year : statement.years) {
        totals.reference += year.reference;
        totals.project += year.project;
        if (year.displaced) totals.displaced = totals.displaced.value_or(TonnesCO2e{}) + *year.displaced;
    }
    totals.reduction = totals.reference - totals.project - totals.displaced.value_or(TonnesCO2e{});
}

}  // namespace

void close_statement(const std::vector<Deduction>& deductions, Statement& statement) {
    post_years(statement);
    add_totals(statement);
    Ledger& ledger = statement.ledger;
    const std::int64_t balance_kg = ledger.balance_kgCO2e();
    if (balance_kg < 0) {
        ledger.post({Account::excess_emissions, std::nullopt, -balance_kg, "emitted above the reference level"});
    } else {
        const std::int64_t left_kg = post_deductions(deductions, balance_kg, ledger);
        statement.totals.credits = {left_kg / kg_per_t};
        ledger.post(
            {Account::credits, std::nullopt, -statement.totals.credits.tCO2e * kg_per_t, "whole tonnes, rounded down"});
        ledger.post({Account::rounding_remainder, std::nullopt, -(left_kg % kg_per_t), "less than one tonne"});
    }
    statement.totals.deducted = tonnes(-ledger.sum_kgCO2e(Account::deduction));
    assert(ledger.balance_kgCO2e() == 0);
}

}  // namespace reddline::accounting
