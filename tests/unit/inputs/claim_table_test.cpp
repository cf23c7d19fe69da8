#include "inputs/claim_table.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/empty_case.hpp"
#include "support/thrown_error.hpp"

namespace reddline::inputs {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Pair;
using namespace std::chrono_literals;

/// A map that knows evergreen and rubber, a matrix that knows deciduous, and the years 2018 to 2020.
AuditCase audit_case() {
    AuditCase audit = tests::empty_case();
    audit.monitoring = MonitoringPeriod{2018y / 3 / 12, 2020y / 12 / 31};
    Legend legend;
    legend.add("1", {"evergreen", StratumKind::forest});
    legend.add("2", {"rubber", StratumKind::excluded});
    audit.maps.push_back({"map", 2017, StrataRole::baseline, legend});
    audit.transitions = TransitionTable{"matrix.csv", {{"deciduous", StratumKind::forest}}, {}};
    return audit;
}

std::vector<ReportedLoss> losses(const std::string& lines, const AuditCase& audit = audit_case()) {
    return parse_claimed_losses("zone,from,to,year,area_ha\n" + lines, "losses.csv", audit);
}

std::string losses_refusal(const std::string& lines, const AuditCase& audit = audit_case()) {
    return tests::error_line([&] { return losses(lines, audit); });
}

std::map<ClaimItem, TonnesCO2e> items(const std::string& lines, const std::map<ClaimItem, TonnesCO2e>& stated = {}) {
    return parse_claimed_items("item,value,unit\n" + lines, "items.csv", stated);
}

std::string items_refusal(const std::string& lines, const std::map<ClaimItem, TonnesCO2e>& stated = {}) {
    return tests::error_line([&] { return items(lines, stated); });
}

const std::map<ClaimItem, TonnesCO2e> stated_600{{ClaimItem::credits, TonnesCO2e::of(600.0)}};

TEST(ClaimedLosses, ReadsWhatWasLostAndWhatItBecame) {
    const auto all = losses("project,evergreen,rubber,2018,12.5\nproject,deciduous,,2020,0\n");
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].zone, "project");
    EXPECT_EQ(all[0].from, "evergreen");
    EXPECT_EQ(all[0].to, "rubber");
    EXPECT_EQ(all[0].year, LossYear{2018});
    EXPECT_EQ(all[0].area, Hectares::of(12.5));
    EXPECT_EQ(all[1].from, "deciduous");
    EXPECT_EQ(all[1].to, std::nullopt);
    EXPECT_EQ(all[1].area, Hectares::of(0.0));
}

TEST(ClaimedLosses, NeedNoColumnForWhatItBecame) {
    const auto all = parse_claimed_losses("zone,from,year,area_ha\nproject,evergreen,2018,1\n", "l.csv", audit_case());
    EXPECT_EQ(all.at(0).to, std::nullopt);
}

TEST(ClaimedLosses, MayBeOfAnyYearWithoutAMonitoringPeriod) {
    AuditCase audit = audit_case();
    audit.monitoring.reset();
    EXPECT_EQ(losses("project,evergreen,,1999,1\n", audit)[0].year, LossYear{1999});
}

TEST(ClaimedLosses, StopsAtAYearOutsideTheMonitoringPeriod) {
    EXPECT_EQ(losses_refusal("project,evergreen,,2018,1\nproject,evergreen,,2017,1\n"),
              "table_malformed: losses.csv:3: year: expected a year of the monitoring period, 2018 to 2020, found "
              "\"2017\"; correct this line, or leave [claim] out, its amounts too, where the question is about another "
              "period");
    EXPECT_THAT(losses_refusal("project,evergreen,,2021,1\n"), HasSubstr("losses.csv:2: year: expected a year of the"));
    EXPECT_THAT(losses_refusal("project,evergreen,,99999999999,1\n"), HasSubstr("year: expected a year such as 2018"));
}

TEST(ClaimedLosses, StopsAtAStratumThatNobodyLists) {
    EXPECT_THAT(
        losses_refusal("project,evergren,,2018,1\n"),
        HasSubstr("losses.csv:2: from: expected a stratum of a legend or of the national matrix (the nearest is "
                  "\"evergreen\"), found \"evergren\";"));
    EXPECT_THAT(losses_refusal("project,evergreen,decidous,2018,1\n"),
                HasSubstr("losses.csv:2: to: expected a stratum of a legend or of the national matrix (the nearest is "
                          "\"deciduous\"), found \"decidous\";"));
    AuditCase nothing_listed = audit_case();
    nothing_listed.maps.clear();
    nothing_listed.transitions.reset();
    EXPECT_THAT(losses_refusal("project,evergreen,,2018,1\n", nothing_listed), HasSubstr("(there is none), found"));
}

TEST(ClaimedLosses, StopsAtANegativeArea) {
    EXPECT_THAT(losses_refusal("project,evergreen,,2018,-1\n"),
                HasSubstr("losses.csv:2: area_ha: expected an area of at least 0 ha, found \"-1\";"));
}

TEST(ClaimedLosses, StopsAtTheSameLossGivenTwice) {
    EXPECT_EQ(losses_refusal("project,evergreen,,2018,1\nbelt,evergreen,,2018,1\nproject,evergreen,rubber,2018,1\n"
                             "project,evergreen,,2018,2\n"),
              "table_malformed: losses.csv:5: expected every loss of a zone and year once, found \"evergreen\" in "
              "\"project\", 2018, again; add the areas up in one line");
}

TEST(ClaimedLosses, StopsWithoutAZoneOrALine) {
    EXPECT_THAT(losses_refusal(",evergreen,,2018,1\n"),
                HasSubstr("losses.csv:2: zone: expected a text, found nothing;"));
    EXPECT_THAT(losses_refusal(""), HasSubstr("table_malformed: losses.csv: expected at least one line"));
}

TEST(ClaimedLosses, StopsAtAnUnknownColumn) {
    EXPECT_THAT(
        tests::error_line([] { return parse_claimed_losses("zone,from,year,area_h\n", "losses.csv", audit_case()); }),
        HasSubstr("losses.csv:1: expected known columns, found \"area_h\"; the nearest known one is \"area_ha\""));
}

TEST(ClaimedItems, ReadsEveryItem) {
    EXPECT_THAT(
        items("credits,600,tCO2e\nreductions,-5.5,tCO2e\nreference_level,1000,tCO2e\nproject_emissions,300,tCO2e\n"
              "displaced_emissions,50,tCO2e\n"),
        ElementsAre(Pair(ClaimItem::reference_level, TonnesCO2e::of(1000.0)),
                    Pair(ClaimItem::project_emissions, TonnesCO2e::of(300.0)),
                    Pair(ClaimItem::displaced_emissions, TonnesCO2e::of(50.0)),
                    Pair(ClaimItem::reductions, TonnesCO2e::of(-5.5)),
                    Pair(ClaimItem::credits, TonnesCO2e::of(600.0))));
}

TEST(ClaimedItems, KeepWhatTheAuditFileStates) {
    EXPECT_THAT(items("reductions,700,tCO2e\n", stated_600),
                ElementsAre(Pair(ClaimItem::reductions, TonnesCO2e::of(700.0)),
                            Pair(ClaimItem::credits, TonnesCO2e::of(600.0))));
    EXPECT_THAT(items("credits,600.0,tCO2e\n", stated_600),
                ElementsAre(Pair(ClaimItem::credits, TonnesCO2e::of(600.0))));
}

TEST(ClaimedItems, StopsAtCreditsThatContradictTheAuditFile) {
    EXPECT_EQ(
        items_refusal("credits,601,tCO2e\n", stated_600),
        "table_malformed: items.csv:2: value: expected 600 tCO2e of credits as [claim] says itself, found \"601\"; "
        "correct this line");
}

TEST(ClaimedItems, StopsAtAnUnknownItemOrUnit) {
    EXPECT_THAT(items_refusal("credit,600,tCO2e\n"),
                HasSubstr("items.csv:2: item: expected one of reference_level, project_emissions, displaced_emissions, "
                          "reductions, credits (the nearest is credits), found \"credit\";"));
    EXPECT_THAT(
        items_refusal("credits,600,tCO2e per year\n"),
        HasSubstr("items.csv:2: unit: expected tCO2e, for the whole monitoring period, found \"tCO2e per year\";"));
    EXPECT_THAT(items_refusal("credits,600,\n"), HasSubstr("items.csv:2: unit: expected tCO2e"));
}

TEST(ClaimedItems, StopsAtAnItemGivenTwice) {
    EXPECT_THAT(items_refusal("credits,600,tCO2e\ncredits,600,tCO2e\n"),
                HasSubstr("items.csv:3: item: expected every item once, found \"credits\";"));
}

TEST(ClaimedItems, StopsAtFewerThanNoCreditsAndWithoutALine) {
    EXPECT_THAT(items_refusal("credits,-1,tCO2e\n"), HasSubstr("items.csv:2: value: expected credits of at least 0"));
    EXPECT_THAT(items_refusal(""), HasSubstr("table_malformed: items.csv: expected at least one line"));
}

}  // namespace
}  // namespace reddline::inputs
