#include "domain/ledger.hpp"

#include <gtest/gtest.h>

#include <set>

namespace reddline {
namespace {

TonnesCO2e tonnes(double amount) {
    return TonnesCO2e::of(amount);
}

TEST(Ledger, RoundsDownAndUpToWholeKilograms) {
    EXPECT_EQ(kg_rounded_down(tonnes(1.2345678)), 1234);
    EXPECT_EQ(kg_rounded_up(tonnes(1.2345678)), 1235);
    EXPECT_EQ(kg_rounded_down(tonnes(-1.2345678)), -1235);
    EXPECT_EQ(kg_rounded_up(tonnes(-1.2345678)), -1234);
}

TEST(Ledger, LeavesWholeKilogramsAsTheyAre) {
    EXPECT_EQ(kg_rounded_down(tonnes(600.0)), 600'000);
    EXPECT_EQ(kg_rounded_up(tonnes(600.0)), 600'000);
}

TEST(Ledger, RemovesTheNoiseOfDoubleArithmeticBeforeRounding) {
    // 0.1 + 0.2 is 0.30000000000000004 in double, and 0.3 - 1e-16 rounds below 300 kg.
    EXPECT_EQ(kg_rounded_up(tonnes(0.1 + 0.2)), 300);
    EXPECT_EQ(kg_rounded_down(tonnes(0.3 - 1e-16)), 300);
    // A billion tonnes is 1e12 kg: one part in 1e12 of it is one kg, so 0.4 kg is noise there and 3 kg is not.
    EXPECT_EQ(kg_rounded_up(tonnes(1e9 + 0.0004)), 1'000'000'000'000);
    EXPECT_EQ(kg_rounded_up(tonnes(1e9 + 0.003)), 1'000'000'000'003);
}

TEST(Ledger, KeepsWhatIsMoreThanNoise) {
    EXPECT_EQ(kg_rounded_up(tonnes(0.300'000'01)), 301);
}

TEST(Ledger, SumsAllPostingsAndOneAccount) {
    Ledger ledger;
    ledger.post({Account::reference_emissions, LossYear{2018}, 5000, "expected"});
    ledger.post({Account::reference_emissions, LossYear{2019}, 4000, "expected"});
    ledger.post({Account::project_emissions, LossYear{2018}, -2500, "emitted"});
    EXPECT_EQ(ledger.balance_kgCO2e(), 6500);
    EXPECT_EQ(ledger.sum_kgCO2e(Account::reference_emissions), 9000);
    EXPECT_EQ(ledger.sum_kgCO2e(Account::credits), 0);
    EXPECT_EQ(ledger.postings().size(), 3U);
}

TEST(Ledger, NamesEveryAccountDifferently) {
    std::set<std::string_view> names;
    for (const Account account :
         {Account::reference_emissions, Account::project_emissions, Account::displaced_emissions,
          Account::excess_emissions, Account::deduction, Account::credits, Account::rounding_remainder}) {
        names.insert(to_string(account));
    }
    EXPECT_EQ(names.size(), 7U);
}

}  // namespace
}  // namespace reddline
