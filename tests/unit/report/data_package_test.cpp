#include "report/data_package.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace reddline::report {

namespace {

using Json = nlohmann::json;

TEST(DataPackage, DescribesATableWithItsSizeAndHash) {
    const std::vector<InputFile> tables{{"missing.csv", 25, "ab12"}};
    const auto package = Json::parse(data_package_json("An audit", "a label", {}, tables));
    EXPECT_EQ(package["profile"], "tabular-data-package");
    EXPECT_EQ(package["title"], "An audit");
    EXPECT_EQ(package["description"], "a label");
    const Json& resource = package["resources"].at(0);
    EXPECT_EQ(resource["path"], "missing.csv");
    EXPECT_EQ(resource["bytes"], 25);
    EXPECT_EQ(resource["hash"], "sha256:ab12");
    EXPECT_EQ(resource["schema"]["fields"].size(), 3);
    EXPECT_EQ(resource["schema"]["primaryKey"], Json::array({"input"}));
}

TEST(DataPackage, HoldsMapsBesideTables) {
    const std::vector<InputFile> files{
        {"missing.csv", 25, "ab"}, {"maps/strata_A.tif", 7, "cd"}, {"maps/strata_a.tif", 8, "ef"}};
    const auto package = Json::parse(data_package_json("An audit", "", {}, files));
    EXPECT_EQ(package["profile"], "data-package");
    EXPECT_EQ(package["resources"].at(0)["profile"], "tabular-data-resource");
    const Json& map = package["resources"].at(1);
    EXPECT_EQ(map["profile"], "data-resource");
    EXPECT_EQ(map["name"], "maps/strata_a.tif");
    EXPECT_EQ(map["mediatype"], "image/tiff; application=geotiff; profile=cloud-optimized");
    EXPECT_EQ(package["resources"].at(2)["name"], "maps/strata_a.tif-");
}

TEST(DataPackage, HasOneColumnOfTheCrosstabForEachMap) {
    const std::vector<StrataMap> maps{{"early", 2010, StrataRole::baseline, Legend{}},
                                      {"late", 2020, StrataRole::monitoring, Legend{}}};
    const std::vector<InputFile> tables{{"crosstab.csv", 1, "00"}};
    const auto package = Json::parse(data_package_json("An audit", "", maps, tables));
    const Json& fields = package["resources"].at(0)["schema"]["fields"];
    EXPECT_EQ(fields.at(0)["name"], "zone");
    EXPECT_EQ(fields.at(1)["name"], "early");
    EXPECT_EQ(fields.at(2)["name"], "late");
    EXPECT_EQ(fields.at(3)["name"], "min_area_ha");
    EXPECT_FALSE(package.contains("description"));
}

}  // namespace

}  // namespace reddline::report
