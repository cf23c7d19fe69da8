#include "report/count_basis_json.hpp"

#include <gtest/gtest.h>

#include <string>

namespace reddline::report {
namespace {

TEST(CountBasisJson, HoldsFactsInTheirOrderAndInputsByContent) {
    const CountBasis basis{
        {{"zones", "b, a"}, {"label", ""}, {"zones[b].where", "name = \"é\""}}, 12, {{"tiles/loss.tif", 3, "abc"}}};
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

}  // namespace
}  // namespace reddline::report
