#include "report/sample_tables.hpp"

#include <gtest/gtest.h>

#include "domain/units.hpp"

namespace reddline::report {
namespace {

/// Two strata of 100 and 400 pixels of 0.5 ha, with 10 and 20 points.
SamplePlan two_strata() {
    SamplePlan design;
    DesignedStratum lost;
    lost.stratum = {"loss, belt", "loss", "loss", "belt", {100, 50 * cm2_per_ha}};
    lost.weight = 0.2;
    lost.expected = {{"loss", 0.75}, {"forest", 0.25}};
    lost.points = 10;
    lost.reason = PointsReason::floor;
    DesignedStratum forest;
    forest.stratum = {"forest, belt", "forest", "forest", "belt", {400, 200 * cm2_per_ha}};
    forest.weight = 0.8;
    forest.points = 20;
    design.strata = {lost, forest};
    design.errors = {{{SampleQuantity::overall_accuracy, "", 0.05}, 0.9, 0.04, 12.5},
                     {{SampleQuantity::area, "loss", std::nullopt}, 40.0, 6.0, std::nullopt}};
    return design;
}

std::vector<SamplePoint> one_point() {
    return {{"x7y-3", 1, 105.5, -12.25, 7, 3, 50'000'000, 1}};
}

TEST(SampleTables, ListStrataWithWhatDecidedOnTheirPoints) {
    EXPECT_EQ(sample_design_csv(two_strata(), Allocation::proportional),
              "stratum,map_class,zone,pixels,area_ha,weight,expected_share,points,inclusion_probability,reason\n"
              "\"loss, belt\",loss,belt,100,50,0.2,0.75,10,0.1,floor\n"
              "\"forest, belt\",forest,belt,400,200,0.8,,20,0.05,proportional\n");
    EXPECT_EQ(sample_areas_csv(two_strata()),
              "class,area_ha,pixels\n\"loss, belt\",50,100\n\"forest, belt\",200,400\n");
}

TEST(SampleTables, LeaveEmptyWhatWasNotAsked) {
    EXPECT_EQ(sample_precision_csv(two_strata()),
              "quantity,class,unit,expected,standard_error,target_standard_error,fewest_points\n"
              "overall-accuracy,,share,0.9,0.04,0.05,12.5\n"
              "area,loss,ha,40,6,,\n");
}

TEST(SampleTables, KeepTheKeyFromWhoLooksAtThePoints) {
    EXPECT_EQ(points_csv(two_strata(), one_point()),
              "id,order,longitude_deg,latitude_deg,column,row,stratum,zone,map_class,inclusion_probability,area_cm2,"
              "reference\n"
              "x7y-3,1,105.50000000,-12.25000000,7,3,\"forest, belt\",belt,forest,0.05,50000000,\n");
    EXPECT_EQ(collect_earth_csv(one_point()), "id,YCoordinate,XCoordinate\nx7y-3,-12.25000000,105.50000000\n");
}

}  // namespace
}  // namespace reddline::report
