#include "report/claim_csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "domain/number_text.hpp"
#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::ElementsAre;

/// The fields of a line without quoted commas.
std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields{""};
    for (const char c : line) {
        if (c == ',') {
            fields.emplace_back();
        } else {
            fields.back() += c;
        }
    }
    return fields;
}

TEST(ClaimLedgerCsv, SetsReportedBesideMappedWithTheDifference) {
    AuditResult results = claimed_result();
    results.claim_rows.resize(2, results.claim_rows[0]);
    results.claim_rows[0].reported_uncounted = Hectares::of(0.25);
    results.claim_rows[1].estimated = Hectares::of(0.5);
    EXPECT_EQ(claim_ledger_csv(claimed_case(), results),
              "zone,stratum,year,reported_ha,reported_uncounted_ha,mapped_ha,estimated_ha,difference_ha,reported_tCO2e,"
              "mapped_tCO2e,"
              "difference_tCO2e,label\n"
              "park,evergreen,2019,1,0.25,2,,-1,440,880,-440,\n"
              "park,evergreen,2020,0,0,1,0.5,-1,0,440,-440,\n");
}

TEST(ClaimLedgerCsv, LeavesWhatIsNotKnownEmpty) {
    AuditResult results = tables_result();
    results.claim_rows.resize(1, results.claim_rows[0]);
    results.claim_rows[0].reported_emission.reset();
    results.claim_rows[0].reported_uncounted.reset();
    EXPECT_EQ(lines_of(claim_ledger_csv(tables_case(), results))[1], "park,evergreen,2019,1,,,,,,,,");
}

TEST(ClaimSplitCsv, BeginsWithWhatWasRecomputedAndEndsWithTheClaim) {
    EXPECT_EQ(claim_split_csv(claimed_case(), claimed_result()),
              "zone,part,amount_kgCO2e,text,label\n"
              "park,recomputed,1341000,credits under the default reading,\n"
              "park,reference_level,500000,\"claimed 2,501, recomputed 2,001 tCO2e\",\n"
              "park,hectares,-385000,\"reported 5.0, mapped 4.0 ha\",\n"
              "park,strata,605000,\"264.0 as labelled, 385.0 at the mapped mix\",\n"
              "park,factors,20000,\"claimed 1,300, recomputed 1,320 tCO2e\",\n"
              "park,displaced,10000,\"claimed 0, recomputed 10 tCO2e\",\n"
              "park,not_itemised,-91000,the claim does not state: reductions,\n"
              "park,claimed,2000000,credits that the claim states; the sum of all rows above,\n");
}

TEST(ClaimSplitCsv, SumsToTheClaimExactly) {
    const std::vector<std::string> lines = lines_of(claim_split_csv(claimed_case(), claimed_result()));
    std::int64_t sum_kg = 0;
    for (std::size_t i = 1; i + 1 < lines.size(); ++i)
        sum_kg += parse_integer(fields_of(lines[i])[2]).value();
    EXPECT_EQ(sum_kg, parse_integer(fields_of(lines.back())[2]).value());
}

TEST(LossMixCsv, ShowsEverySourceAndMappedLossElsewhere) {
    AuditResult results = claimed_result();
    results.stratum_questions[0].mixes[0].strata[0].share = 0.8125;
    results.stratum_questions[0].mixes[1].strata[1].became_forest = Hectares::of(0.5);
    results.stratum_questions[0].mixes[0].strata.resize(1, results.stratum_questions[0].mixes[0].strata[0]);
    EXPECT_EQ(loss_mix_csv(claimed_case(), results),
              "zone,source,strata,stratum,area_ha,share,became_forest_ha,label\n"
              "park,expected,,evergreen,5,0.8125,,\n"
              "park,reported,,deciduous,4,0.8,0,\n"
              "park,reported,,evergreen,1,0.2,0.5,\n"
              "park,mapped,types-2017,evergreen,3,0.75,,\n"
              "park,mapped,types-2017,deciduous,1,0.25,,\n"
              "park,mapped,types-2017,,0.5,,,\n");
}

TEST(StratumSharesCsv, NamesBothMapsAndBothStrata) {
    EXPECT_EQ(stratum_shares_csv(claimed_case(), claimed_result()),
              "zone,from_strata,to_strata,from,to,area_ha,share,label\n"
              "park,types-2020,types-2017,deciduous,evergreen,2,0.5,\n"
              "park,types-2020,types-2017,deciduous,deciduous,2,0.5,\n");
}

TEST(StratumQuestionCsv, HoldsIndexesRelabellingsBoundsAndBreakEvens) {
    EXPECT_EQ(stratum_question_csv(claimed_case(), claimed_result()),
              "zone,quantity,strata,value,unit,text,label\n"
              "park,consistency_index,,0.55,0..1,reported against types-2017,\n"
              "park,reported_emission,types-2017,1320,tCO2e,as labelled,\n"
              "park,relabelled_emission,types-2017,1760,tCO2e,type by type,\n"
              "park,relabelling_difference,types-2017,440,tCO2e,type by type,\n"
              "park,lowest_emission,,1100,tCO2e,5.0 ha all in deciduous,\n"
              "park,highest_emission,,2200,tCO2e,5.0 ha all in evergreen,\n"
              "park,break_even_share,,0.375,share,\"of 4.0 ha in evergreen, the rest in deciduous\",\n"
              "park,claimed_break_even_share,,1.5,share,\"of 5.0 ha in evergreen, the rest in deciduous\",\n");
}

TEST(StratumQuestionCsv, NamesTheReportedHectaresThatBecameAnotherForestType) {
    AuditResult results = claimed_result();
    results.stratum_questions[0].mixes[1].strata[1].became_forest = Hectares::of(0.5);
    EXPECT_EQ(lines_of(stratum_question_csv(claimed_case(), results))[2],
              "park,reported_emission,types-2017,1320,tCO2e,\"as labelled, 0.5 ha of it to another forest type\",");
}

TEST(StratumQuestionCsv, SaysWhereTheMixOfAllLossIsTaken) {
    AuditResult results = claimed_result();
    StratumQuestion question;
    question.relabellings = {{1, false, TonnesCO2e::of(10.0), TonnesCO2e::of(4.0)}};
    results.stratum_questions = {question};
    EXPECT_THAT(lines_of(stratum_question_csv(claimed_case(), results)),
                ElementsAre("zone,quantity,strata,value,unit,text,label",
                            "park,reported_emission,types-2020,10,tCO2e,as labelled,",
                            "park,relabelled_emission,types-2020,4,tCO2e,mix of all loss,",
                            "park,relabelling_difference,types-2020,-6,tCO2e,mix of all loss,"));
}

TEST(ClaimTables, CarryTheLabelInEveryRow) {
    AuditCase audit = claimed_case();
    audit.label = "synthetic landscape";
    audit.claim->source = "demonstration";
    const AuditResult results = claimed_result();
    const auto expect_label = [](const std::string& csv, const std::string& label) {
        const std::vector<std::string> lines = lines_of(csv);
        EXPECT_GT(lines.size(), 1U);
        for (std::size_t i = 1; i < lines.size(); ++i)
            EXPECT_TRUE(lines[i].ends_with("," + label)) << lines[i];
    };
    for (const std::string& csv :
         {claim_ledger_csv(audit, results), claim_split_csv(audit, results), stratum_question_csv(audit, results)})
        expect_label(csv, "synthetic landscape; demonstration claim");
    expect_label(stratum_shares_csv(audit, results), "synthetic landscape");  // Maps alone, no claim in it.
}

TEST(LossMixCsv, LabelsEveryMixByWhatItRestsOn) {
    AuditCase audit = claimed_case();
    audit.claim->source = "demonstration";
    audit.references.push_back({"rate-of-forest", LossRate{0.005, RateBase::forest, "demonstration"}});
    const std::vector<std::string> lines = lines_of(loss_mix_csv(audit, claimed_result()));
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const bool is_expected = lines[i].starts_with("park,expected");
        const bool is_reported = lines[i].starts_with("park,reported");
        EXPECT_TRUE(lines[i].ends_with(is_expected   ? ",demonstration reference level"
                                       : is_reported ? ",demonstration claim"
                                                     : ","))
            << lines[i];
    }
}

TEST(ClaimTables, AreTheirHeadersWithoutAClaim) {
    const AuditResult results = worked_result();
    for (const std::string& csv : {claim_ledger_csv(worked_case(), results), claim_split_csv(worked_case(), results),
                                   loss_mix_csv(worked_case(), results), stratum_shares_csv(worked_case(), results),
                                   stratum_question_csv(worked_case(), results)})
        EXPECT_EQ(lines_of(csv).size(), 1U);
}

}  // namespace
}  // namespace reddline::report
