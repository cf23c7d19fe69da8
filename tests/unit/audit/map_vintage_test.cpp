#include "audit/map_vintage.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/audit/claimed_case.hpp"

namespace reddline::audit {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Finding newer_than(const std::string& period, const std::string& evidence) {
    return {"map_newer_than_loss", Severity::warning, "types-2015",
            "The strata map is not dated before all loss of the " + period +
                ": forest that was lost by the map's date shows as what came after it, so its loss carries too little "
                "or no emission.",
            evidence};
}

HistoryRule history(int first) {
    return {"park", ReferencePeriod{LossYear{first}, LossYear{2014}}, HistoryScale::none};
}

TEST(MapVintage, WarnsOfAMapFromTheFirstYearOfMonitoringOrLater) {
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2015, 2016);
    EXPECT_THAT(check_map_vintage(audit, clean_result()),
                ElementsAre(newer_than("monitoring period", "map of 2015, loss from 2015")));
}

TEST(MapVintage, WarnsOfTheClaimsOwnMapAsWell) {
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2016, 2017);
    StrataMap own = audit.maps.front();
    own.name = "own map";
    own.year = 2016;
    audit.maps.push_back(own);
    audit.claim = clean_claim();
    EXPECT_THAT(check_map_vintage(audit, clean_result()), IsEmpty()) << "the claim does not say that it reads it";

    audit.claim->strata_map = "own map";
    Finding expected = newer_than("monitoring period", "map of 2016, loss from 2016");
    expected.subject = "own map";
    EXPECT_THAT(check_map_vintage(audit, clean_result()), ElementsAre(expected));
}

TEST(MapVintage, WarnsOfAMapFromWithinTheReferencePeriod) {
    AuditCase audit = clean_case();
    audit.references.push_back({"history-of-park", history(2006)});
    EXPECT_THAT(check_map_vintage(audit, clean_result()),
                ElementsAre(newer_than("reference period", "map of 2015, loss from 2006")));
}

TEST(MapVintage, LooksAtEveryHistoryAndSaysEachFirstYearOnce) {
    AuditCase audit = clean_case();
    NationalLevel national;
    national.history = history(2011);
    audit.references = {{"a", history(2006)}, {"b", history(2006)}, {"c", national}};
    EXPECT_THAT(check_map_vintage(audit, clean_result()),
                ElementsAre(newer_than("reference period", "map of 2015, loss from 2006"),
                            newer_than("reference period", "map of 2015, loss from 2011")));
}

TEST(MapVintage, WarnsOfAMapDatedAfterTheLastLossYear) {
    AuditCase audit = clean_case();
    audit.maps[0].year = 2021;
    audit.monitoring.reset();
    EXPECT_THAT(check_map_vintage(audit, clean_result()),
                ElementsAre(Finding{"map_beyond_loss_years", Severity::warning, "types-2015",
                                    "The strata map is dated after the last year of the loss product: check its year, "
                                    "since no loss of the product comes after it.",
                                    "map of 2021, loss up to 2020"}));
    audit.maps[0].year = 2020;
    EXPECT_THAT(check_map_vintage(audit, clean_result()), IsEmpty());
}

TEST(MapVintage, IsSilentForAMapDatedBeforeTheLossAndWithoutAMap) {
    AuditCase audit = clean_case();
    audit.monitoring = whole_years(2016, 2016);
    EXPECT_THAT(check_map_vintage(audit, clean_result()), IsEmpty());
    audit.monitoring = whole_years(2010, 2016);
    AuditResult results = clean_result();
    results.default_reading.strata_map.reset();
    EXPECT_THAT(check_map_vintage(audit, results), IsEmpty());
}

}  // namespace
}  // namespace reddline::audit
