#include "report/claim_tables.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/report/claimed_case.hpp"

namespace reddline::report {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

using Row = std::vector<std::string>;

/// The dispute about the park with these rows alone: no split and no stratum question.
std::vector<std::string> sentences_of(const std::vector<ClaimRow>& rows) {
    AuditResult results = worked_result();
    results.claim_rows = rows;
    return dispute_sentences(english(), claimed_case(), results, park);
}

AuditResult result_with(const ClaimSplit& split) {
    AuditResult results = worked_result();
    results.claim_splits = {split};
    return results;
}

std::vector<std::string> sentences_of(const ClaimSplit& split) {
    return dispute_sentences(english(), claimed_case(), result_with(split), park);
}

std::vector<std::string> parts_of(const ClaimSplit& split) {
    return split_sentences(english(), claimed_case(), result_with(split), park);
}

TEST(ReportedTable, SumsTheYearsOfEachForestTypeAndAll) {
    AuditResult results = claimed_result();
    results.claim_rows.push_back(claim_row("evergreen", 2019, 70.0, 70.0, 440.0));
    results.claim_rows.back().zone = belt;
    // 5 - 4 ha, 440 + 880 = 1,320 t and 1,320 + 220 = 1,540 t.
    EXPECT_THAT(reported_table(english(), results, park).rows,
                ElementsAre(Row{"deciduous", "4.0", "1.0", "3.0", "880", "220", "660"},
                            Row{"evergreen", "1.0", "3.0", "-2.0", "440", "1,320", "-880"},
                            Row{"all", "5.0", "4.0", "1.0", "1,320", "1,540", "-220"}));
}

TEST(ReportedTable, DoesNotKnowASumOfWhichAPartIsNotKnown) {
    AuditResult results = claimed_result();
    results.claim_rows[0].reported_emission.reset();  // evergreen forest in 2019; 2020 is known
    EXPECT_THAT(reported_table(english(), results, park).rows,
                ElementsAre(Row{"deciduous", "4.0", "1.0", "3.0", "880", "220", "660"},
                            Row{"evergreen", "1.0", "3.0", "-2.0", "not known", "1,320", "not known"},
                            Row{"all", "5.0", "4.0", "1.0", "not known", "1,540", "not known"}));
}

TEST(ReportedTable, KnowsNoMappedLossWhereNothingWasCounted) {
    EXPECT_EQ(reported_table(english(), tables_result(), park).rows.back(),
              (Row{"all", "5.0", "not known", "not known", "1,320", "not known", "not known"}));
    EXPECT_THAT(reported_table(english(), worked_result(), park).rows, IsEmpty());
}

TEST(SplitTable, ShowsThePartsBetweenWhatWasRecomputedAndWhatIsClaimed) {
    EXPECT_THAT(
        split_table(english(), worked_split()).rows,
        ElementsAre(Row{"recomputed credits", "1,341.000", "under the default reading"},
                    Row{"the reference level", "500.000", "claimed 2,501, recomputed 2,001 tCO2e"},
                    Row{"how many hectares were lost", "-385.000", "reported 5.0, mapped 4.0 ha"},
                    Row{"which forest types were lost", "605.000", "264.0 as labelled, 385.0 at the mapped mix"},
                    Row{"emissions per hectare", "20.000", "claimed 1,300, recomputed 1,320 tCO2e"},
                    Row{"displaced emissions", "10.000", "claimed 0, recomputed 10 tCO2e"},
                    Row{"what the claim does not itemise", "-91.000", "the claim does not state: reductions"},
                    Row{"claimed credits", "2,000.000", "the sum of the above"}));
}

TEST(SplitOf, FindsTheSplitOfAZone) {
    const AuditResult results = claimed_result();
    EXPECT_EQ(split_of(results, park), &results.claim_splits[0]);
    EXPECT_EQ(split_of(results, belt), nullptr);
}

TEST(BesideReported, SetsWhatIsReportedBesideEachForestTypeAndAddsTypesThatAreOnlyReported) {
    const PlainTable types{{"forest type", "lost ha"}, {{"evergreen", "3.0"}, {"all", "3.0"}}};
    const PlainTable table = beside_reported(english(), types, claimed_result(), park);
    EXPECT_THAT(table.head, ElementsAre("forest type", "lost ha", "reported ha", "reported tCO2e"));
    EXPECT_THAT(table.rows, ElementsAre(Row{"evergreen", "3.0", "1.0", "440"}, Row{"deciduous", "", "4.0", "880"},
                                        Row{"all", "3.0", "5.0", "1,320"}));
}

TEST(BesideReported, LeavesATableAsItIsWhereNothingIsReported) {
    const PlainTable types{{"forest type", "lost ha"}, {{"evergreen", "3.0"}, {"all", "3.0"}}};
    EXPECT_EQ(beside_reported(english(), types, worked_result(), park).head, types.head);
    EXPECT_EQ(beside_reported(english(), types, worked_result(), park).rows, types.rows);
}

TEST(ClaimedSentences, SayWhatIsClaimed) {
    EXPECT_THAT(claimed_sentences(english(), claimed_case(), park),
                ElementsAre("The claim: 2,000 credits (monitoring report 2021)."));
    EXPECT_THAT(claimed_sentences(english(), claimed_case(), belt), IsEmpty());
    EXPECT_THAT(claimed_sentences(english(), worked_case(), park), IsEmpty());
    AuditCase audit = claimed_case();
    audit.claim->items.clear();
    EXPECT_THAT(claimed_sentences(english(), audit, park), IsEmpty()) << "credits that the claim does not state";
}

TEST(DisputeSentences, SetTheClaimAgainstTheEvidence) {
    EXPECT_THAT(
        dispute_sentences(english(), claimed_case(), claimed_result(), park),
        ElementsAre(
            "Reported and mapped loss differ most in evergreen: 1.0 ha reported, 3.0 ha mapped: 880 tCO2e more.",
            "The reported hectares emit 1,320 tCO2e as labelled; with the forest types of types-2017 1,760.",
            "The claim is 659 tCO2e above the default reading; the largest part is 605 by which forest types "
            "were lost.",
            "What would settle that: the forest-type map behind the monitoring report's hectares, with its "
            "date, legend and accuracy."));
}

TEST(SplitSentences, NameEveryPartOfTheDifference) {
    EXPECT_THAT(
        split_sentences(english(), claimed_case(), claimed_result(), park),
        ElementsAre("The claim is 659 tCO2e above the default reading: 500 by the reference level, -385 by how many "
                    "hectares were lost, 605 by which forest types were lost, 20 by emissions per hectare, 10 by "
                    "displaced emissions, -91 by what the claim does not itemise."));
}

TEST(DisputeSentences, AreEmptyForAZoneWithoutAClaim) {
    EXPECT_THAT(dispute_sentences(english(), worked_case(), worked_result(), park), IsEmpty());
    EXPECT_THAT(dispute_sentences(english(), claimed_case(), claimed_result(), belt), IsEmpty());
    EXPECT_THAT(split_sentences(english(), worked_case(), worked_result(), park), IsEmpty());
    EXPECT_THAT(split_sentences(english(), claimed_case(), claimed_result(), belt), IsEmpty());
}

TEST(DisputeSentences, SayLessWhereTheMapsHaveLess) {
    EXPECT_EQ(sentences_of({claim_row("evergreen", 2019, 3.0, 1.0, 440.0)})[0],
              "Reported and mapped loss differ most in evergreen: 3.0 ha reported, 1.0 ha mapped: 880 tCO2e less.");
}

TEST(DisputeSentences, CompareHectaresWhereTheTonnesOfAForestTypeAreNotKnown) {
    ClaimRow bamboo = claim_row("bamboo", 2019, 0.0, 5.0, 100.0);
    bamboo.mapped_emission.reset();
    EXPECT_EQ(sentences_of({bamboo, claim_row("evergreen", 2019, 1.0, 3.0, 440.0)})[0],
              "Reported and mapped loss differ most in bamboo: 0.0 ha reported, 5.0 ha mapped.");
}

TEST(DisputeSentences, SayThatReportedAndMappedLossAgree) {
    EXPECT_EQ(sentences_of({claim_row("evergreen", 2019, 3.0, 3.0, 440.0)})[0],
              "Reported and mapped loss agree in every forest type.");
}

TEST(DisputeSentences, CompareNothingWhereNoPixelWasCounted) {
    EXPECT_THAT(dispute_sentences(english(), tables_case(), tables_result(), park), IsEmpty());
}

TEST(DisputeSentences, TakeNoEvidenceFromTheClaimsOwnMap) {
    AuditResult results = claimed_result();
    auto& relabellings = results.stratum_questions[0].relabellings;
    relabellings.push_back({1, false, TonnesCO2e::of(1'320.0), TonnesCO2e::of(1'300.0)});
    EXPECT_THAT(dispute_sentences(english(), claimed_case(), results, park),
                Contains("The reported hectares emit 1,320 tCO2e as labelled; with the forest types of types-2017 "
                         "1,760."));
    AuditCase audit = claimed_case();
    audit.claim->strata_map.clear();  // Whose labels the claim uses is not known: both maps are evidence.
    EXPECT_THAT(dispute_sentences(english(), audit, results, park),
                Contains("The reported hectares emit 1,320 tCO2e as labelled; with the forest types of types-2017 "
                         "1,760, of types-2020 1,300."));
}

TEST(SplitSentences, NameNoPartThatRoundsToNothing) {
    EXPECT_THAT(
        parts_of(ClaimSplit{park,
                            999'700,
                            1'341'000,
                            {{ClaimPart::reference_level, -341'000, ""}, {ClaimPart::not_itemised, -300, "rounding"}}}),
        ElementsAre("The claim is 341 tCO2e below the default reading: -341 by the reference level."));
}

TEST(DisputeSentences, SayThatTheClaimEqualsTheDefaultReading) {
    const ClaimSplit same{park, 1'341'000, 1'341'000, {{ClaimPart::not_itemised, 0, ""}}};
    EXPECT_THAT(sentences_of(same), ElementsAre("The claim equals the default reading."));
    EXPECT_THAT(parts_of(same), ElementsAre("The claim equals the default reading."));
    const ClaimSplit cancelling{
        park, 1'341'000, 1'341'000, {{ClaimPart::reference_level, 100'000, ""}, {ClaimPart::displaced, -100'000, ""}}};
    EXPECT_EQ(
        sentences_of(cancelling)[0],
        "The claim equals the default reading, since its parts cancel out; the largest part is 100 by the reference "
        "level.");
    EXPECT_THAT(parts_of(cancelling),
                ElementsAre("The claim equals the default reading, since its parts cancel out: 100 by the reference "
                            "level, -100 by displaced emissions."));
}

TEST(DisputeSentences, NameTheDocumentThatWouldSettleTheLargestPart) {
    const auto settling = [](ClaimPart part) {
        return sentences_of(ClaimSplit{park, 2'000'000, 1'341'000, {{part, 659'000, ""}}}).back();
    };
    EXPECT_THAT(settling(ClaimPart::reference_level), HasSubstr("settle that: the calculation of the"));
    EXPECT_THAT(settling(ClaimPart::hectares), HasSubstr("settle that: the change map behind"));
    EXPECT_THAT(settling(ClaimPart::strata), HasSubstr("settle that: the forest-type map behind"));
    EXPECT_THAT(settling(ClaimPart::factors), HasSubstr("settle that: the table of emission factors"));
    EXPECT_THAT(settling(ClaimPart::displaced), HasSubstr("settle that: the boundary of the displacement belt"));
    EXPECT_THAT(settling(ClaimPart::deductions), HasSubstr("settle that: the programme's rules"));
    EXPECT_THAT(settling(ClaimPart::not_itemised), HasSubstr("settle that: the monitoring report's own calculation"));
}

TEST(OpenClaimSentences, SpeakOfAClaimThatNamesNoZone) {
    EXPECT_THAT(open_claim_sentences(english(), worked_case()), IsEmpty());
    EXPECT_THAT(open_claim_sentences(english(), claimed_case()), IsEmpty()) << "its zone has sentences of its own";
    AuditCase audit = tables_case();
    audit.claim->zone.clear();
    audit.claim->lost_area = Hectares::of(4'000.0);
    EXPECT_THAT(open_claim_sentences(english(), audit),
                ElementsAre("The claim: 2,000 credits, 4,000.0 ha lost (monitoring report 2021).",
                            "It speaks of none of the zones."));
    audit.claim->items.clear();
    EXPECT_THAT(open_claim_sentences(english(), audit), IsEmpty());
}

}  // namespace
}  // namespace reddline::report
