#include "report/count_basis_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace reddline::report {
namespace {

TEST(CountBasisJson, HoldsFactsInTheirOrderAndInputsByContent) {
    const CountBasis basis{
        {{"zones", "b, a"}, {"label", ""}, {"zones[b].where", "name = \"é\""}}, 12, {{"tiles/loss.tif", 3, "abc"}}, ""};
    EXPECT_EQ(count_basis_json(basis), R"({
 "schema": 1,
 "counted_with": {
  "zones": "b, a",
  "label": "",
  "zones[b].where": "name = \"é\""
 },
 "pixels_read": 12,
 "inputs": [
  {
   "path": "tiles/loss.tif",
   "bytes": 3,
   "sha256": "abc"
  }
 ]
}
)");
}

TEST(CountBasisJson, SaysWhatIsNotCounted) {
    const CountBasis basis{{}, 12, {}, "PARTIAL: 1 of 2 units"};
    EXPECT_NE(count_basis_json(basis).find("\"partial\": \"PARTIAL: 1 of 2 units\""), std::string::npos);
}

}  // namespace
}  // namespace reddline::report
