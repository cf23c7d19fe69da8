#include "domain/units.hpp"

#include <gtest/gtest.h>

namespace reddline {
namespace {

TEST(Units, SumsKeepTheUnit) {
    const Hectares sum = Hectares::of(1.5) + Hectares::of(2.0) - Hectares::of(0.5);
    EXPECT_EQ(sum, Hectares::of(3.0));
    Hectares growing;
    growing += Hectares::of(4.0);
    EXPECT_EQ(growing, Hectares::of(4.0));
}

TEST(Units, AnEmptyQuantityIsZero) {
    EXPECT_EQ(Hectares{}.value(), 0.0);
}

TEST(Units, TheRatioOfTwoAreasIsANumber) {
    EXPECT_EQ(Hectares::of(3.0) / Hectares::of(4.0), 0.75);
}

TEST(Units, AFactorScalesAndKeepsTheUnit) {
    EXPECT_EQ(0.5 * TonnesCO2e::of(8.0), TonnesCO2e::of(4.0));
}

TEST(Units, QuantitiesOfOneUnitAreOrdered) {
    EXPECT_LT(TonnesCPerHa::of(1.0), TonnesCPerHa::of(2.0));
    EXPECT_GE(TonnesCPerHa::of(2.0), TonnesCPerHa::of(2.0));
}

TEST(Units, AreaTimesDensityIsCarbon) {
    EXPECT_EQ(Hectares::of(10.0) * TonnesCPerHa::of(120.0), TonnesC::of(1200.0));
}

TEST(Units, AreaTimesFactorIsEmission) {
    EXPECT_EQ(Hectares::of(10.0) * TonnesCO2ePerHa::of(300.0), TonnesCO2e::of(3000.0));
}

TEST(Units, TwelveTonnesOfCarbonBecomeFortyFourOfCarbonDioxide) {
    EXPECT_DOUBLE_EQ(as_CO2e(TonnesCPerHa::of(12.0)).value(), 44.0);  // one rounding of 44/12
}

TEST(Units, AHectareHasOneHundredMillionSquareCentimetres) {
    EXPECT_EQ(hectares(100'000'000), Hectares::of(1.0));  // 100 m x 100 m = 10,000 cm x 10,000 cm
    EXPECT_EQ(hectares(0), Hectares::of(0.0));
    EXPECT_EQ(hectares(-50'000'000), Hectares::of(-0.5));
}

}  // namespace
}  // namespace reddline
