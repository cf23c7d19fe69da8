#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/units.hpp"
#include "domain/year.hpp"

namespace reddline {

/// What a posting is for.
enum class Account {
    reference_emissions,  ///< expected without the project; the only positive account but for
                          ///< excess_emissions
    project_emissions,    ///< emitted in the project zone
    displaced_emissions,  ///< emitted in the belt beyond its own reference
    excess_emissions,     ///< emissions above the reference level, where there is nothing to credit
    deduction,            ///< held back by a named rule
    credits,              ///< whole tonnes
    rounding_remainder,   ///< less than one tonne
};

/// The account as it stands in tables.
[[nodiscard]] std::string_view to_string(Account account);

/// One line of the ledger: whole kg CO2e, positive for what is expected, negative for what uses it up.
struct Posting {
    Account account = Account::reference_emissions;
    std::optional<LossYear> year;  ///< nothing for the period as a whole
    std::int64_t amount_kgCO2e = 0;
    std::string text;  ///< what the posting is, such as the name of a deduction
};

/// Whole tonnes of CO2e that may be issued.
struct Credits {
    std::int64_t tCO2e = 0;
    friend auto operator<=>(const Credits&, const Credits&) = default;
};

/// The postings of one zone and monitoring period; append only.
class Ledger {
public:
    void post(Posting posting) { postings_.push_back(std::move(posting)); }
    [[nodiscard]] const std::vector<Posting>& postings() const { return postings_; }
    /// Sum of all postings; 0 once the ledger is closed.
    [[nodiscard]] std::int64_t balance_kgCO2e() const;
    /// Sum of one account.
    [[nodiscard]] std::int64_t sum_kgCO2e(Account account) const;

private:
    std::vector<Posting> postings_;
};

/// Whole kg, rounded down; noise of double arithmetic (1e-6 kg, or 1e-12 of the amount) is removed first.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] std::int64_t kg_rounded_down(TonnesCO2e amount);

/// Whole kg, rounded up, with the same care.
///
/// Source: docs/equations.md, Eq. 23
[[nodiscard]] std::int64_t kg_rounded_up(TonnesCO2e amount);

}  // namespace reddline
