#include "accounting/belts.hpp"

#include <gmock/gmock.h>

#include "unit/accounting/small_case.hpp"

namespace reddline::accounting {
namespace {

using testing::ElementsAre;
using tests::small_case;

TEST(BeltsOf, GivesEveryBeltWithoutAProjectToTheOnlyProject) {
    const AuditCase audit = small_case({{"belt a", "", "", 0, 0, 1},
                                        {"project", "", "", 0, 0, 1},
                                        {"reference", "", "", 0, 0, 1},
                                        {"belt b", "", "", 0, 0, 1}});

    EXPECT_THAT(belts_of(audit, 1), ElementsAre(0, 3));
}

TEST(BeltsOf, GivesABeltToTheProjectThatItNames) {
    AuditCase audit = small_case({{"project a", "", "", 0, 0, 1},
                                  {"project b", "", "", 0, 0, 1},
                                  {"belt a", "", "", 0, 0, 1},
                                  {"belt b", "", "", 0, 0, 1},
                                  {"belt", "", "", 0, 0, 1}});
    audit.zones[1].zone.entry = "entry b";
    audit.zones[2].zone.project = "project a";
    audit.zones[3].zone.project = "entry b";  // A project that was split by an attribute goes by its entry.

    EXPECT_THAT(belts_of(audit, 0), ElementsAre(2));
    EXPECT_THAT(belts_of(audit, 1), ElementsAre(3));
}

}  // namespace
}  // namespace reddline::accounting
