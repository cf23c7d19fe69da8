#include "inputs/loss_file_name.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace reddline::inputs {
namespace {

TEST(LossFileName, TellsLayerReleaseAndLastYearOfTheProductsTiles) {
    EXPECT_EQ(parse_loss_file_name("Hansen_GFC-2023-v1.11_lossyear_20N_100E.tif"),
              (LossFileName{LossLayer::lossyear, "GFC-2023-v1.11", 2023}));
    EXPECT_EQ(parse_loss_file_name("Hansen_GFC-2016-v1.4_treecover2000_00N_060W.tif"),
              (LossFileName{LossLayer::treecover2000, "GFC-2016-v1.4", 2016}));
    EXPECT_EQ(parse_loss_file_name("Hansen_GFC-2020-v1.8_datamask_10S_070W.tif"),
              (LossFileName{LossLayer::datamask, "GFC-2020-v1.8", 2020}));
}

TEST(LossFileName, KnowsNoLastYearOfReleasesThatNameTheYearTheyCameOut) {
    EXPECT_EQ(parse_loss_file_name("Hansen_GFC2014_lossyear_20N_100E.tif"),
              (LossFileName{LossLayer::lossyear, "GFC2014", std::nullopt}));
}

TEST(LossFileName, KnowsOnlyTheLayerOfOtherFiles) {
    EXPECT_EQ(parse_loss_file_name("synthetic_lossyear_west.tif"),
              (LossFileName{LossLayer::lossyear, "", std::nullopt}));
    EXPECT_EQ(parse_loss_file_name("lossyear.tif"), (LossFileName{LossLayer::lossyear, "", std::nullopt}));
}

TEST(LossFileName, IsNothingForOtherLayersAndFiles) {
    EXPECT_EQ(parse_loss_file_name("Hansen_GFC-2023-v1.11_gain_20N_100E.tif"), std::nullopt);
    EXPECT_TRUE(is_gfc_name("Hansen_GFC-2023-v1.11_gain_20N_100E.tif"));
    EXPECT_EQ(parse_loss_file_name("strata-2017.tif"), std::nullopt);
    EXPECT_FALSE(is_gfc_name("strata-2017.tif"));
}

TEST(YearInName, IsTheOnlyYear) {
    EXPECT_EQ(year_in_name("strata-2017"), 2017);
    EXPECT_EQ(year_in_name("2016_independent_2016"), 2016);
    EXPECT_EQ(year_in_name("from-2010-to-2020"), std::nullopt) << "nobody knows which of them it shows";
    EXPECT_EQ(year_in_name("ESA-CCI-300m"), std::nullopt);
    EXPECT_EQ(year_in_name("20170312"), std::nullopt) << "eight digits are no year";
    EXPECT_EQ(year_in_name("epsg-4326"), std::nullopt);
}

}  // namespace
}  // namespace reddline::inputs
