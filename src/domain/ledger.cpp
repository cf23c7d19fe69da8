#include "domain/ledger.hpp"

#include <algorithm>
#include <cmath>

namespace reddline {

namespace {

/// The amount in kg, moved to the nearest whole number when it misses it by no more than arithmetic noise.
double settled_kg(TonnesCO2e amount) {
    const double kg = amount.value() * 1000.0;
    const double nearest = std::round(kg);
    const double noise_kg = std::max(1e-6, 1e-12 * std::abs(kg));
    return std::abs(kg - nearest) <= noise_kg ? nearest : kg;
}

}  // namespace

std::string_view to_string(Account account) {
    switch (account) {
        case Account::reference_emissions:
            return "reference_emissions";
        case Account::project_emissions:
            return "project_emissions";
        case Account::displaced_emissions:
            return "displaced_emissions";
        case Account::excess_emissions:
            return "excess_emissions";
        case Account::deduction:
            return "deduction";
        case Account::credits:
            return "credits";
        case Account::rounding_remainder:
            return "rounding_remainder";
    }
    return "reference_emissions";
}

std::int64_t Ledger::balance_kgCO2e() const {
    std::int64_t sum = 0;
    for (const Posting& posting : postings_)
        sum += posting.amount_kgCO2e;
    return sum;
}

std::int64_t Ledger::sum_kgCO2e(Account account) const {
    std::int64_t sum = 0;
    for (const Posting& posting : postings_) {
        if (posting.account == account) sum += posting.amount_kgCO2e;
    }
    return sum;
}

std::int64_t kg_rounded_down(TonnesCO2e amount) {
    return static_cast<std::int64_t>(std::floor(settled_kg(amount)));
}

std::int64_t kg_rounded_up(TonnesCO2e amount) {
    return static_cast<std::int64_t>(std::ceil(settled_kg(amount)));
}

}  // namespace reddline
