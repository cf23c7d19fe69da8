#include "inputs/zone_references.hpp"

#include <gtest/gtest.h>

#include <string>

#include "domain/error.hpp"
#include "support/empty_case.hpp"
#include "support/sample_evidence_case.hpp"

namespace reddline::inputs {
namespace {

/// Two projects p/east and p/west of the entry p, and a belt that names one.
AuditCase case_with_belt_of(const std::string& project) {
    AuditCase audit = tests::empty_case();
    for (const char* name : {"p/east", "p/west"})
        audit.zones.push_back({{name, ZoneRole::project, "p", ""}, 1, 0, {}, 0});
    audit.zones.push_back({{"belt", ZoneRole::displacement_belt, "belt", project}, 1, 0, {}, 0});
    return audit;
}

void expect_refusal(AuditCase audit, const std::string& subject, const std::string& message) {
    try {
        resolve_zone_names(audit);
        ADD_FAILURE() << "expected a refusal";
    } catch (const Error& error) {
        EXPECT_EQ(error.code(), ErrorCode::zone_unknown);
        EXPECT_EQ(error.subject(), subject);
        EXPECT_EQ(error.message(), message);
    }
}

HistoryRule history_of(const std::string& zone) {
    return {zone, ReferencePeriod{LossYear{2005}, LossYear{2014}}, HistoryScale::none};
}

NationalLevel national_of(const std::string& jurisdiction, const std::string& zone_of_history) {
    return {.per_year = TonnesCO2e::of(1.0),
            .key = ShareKey::past_area_change,
            .total = std::nullopt,
            .jurisdiction = jurisdiction,
            .history = history_of(zone_of_history),
            .source = "s"};
}

/// A case whose first reference level needs no zone, and whose second is the one given.
template <class Rule>
AuditCase case_with_second_reference(const Rule& rule) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.references = {{"transitions", NationalTransitions{}}, {"second", rule}};
    return audit;
}

/// A case with a claim that names the zone, or none.
AuditCase case_with_claim_of(const std::string& zone) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.claim.emplace();
    audit.claim->zone = zone;
    return audit;
}

/// A case with a line of a buffer's ledger that names the zone, or none.
AuditCase case_with_ledger_of(const std::string& zone) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.buffer = CreditBuffer{0.1, "a rule", {{zone, BufferPostingKind::opening, {1}, "a", "buffer.csv:2"}}};
    return audit;
}

/// One hectare of a zone in 2018.
ReportedLoss loss_of(const std::string& zone) {
    return {zone, "evergreen", std::nullopt, LossYear{2018}, Hectares::of(1.0)};
}

TEST(ResolveZoneNames, AcceptsABeltOfAProjectOfItsEntryOrOfNone) {
    for (const char* project : {"p/west", "p", ""}) {
        AuditCase audit = case_with_belt_of(project);
        EXPECT_NO_THROW(resolve_zone_names(audit)) << project;
    }
}

TEST(ResolveZoneNames, RefusesABeltOfAProjectThatNobodyMakes) {
    expect_refusal(case_with_belt_of("p/wset"), "belt",
                   "expected as project of the belt the name of a zone of role project, found \"p/wset\"; the nearest "
                   "is \"p/west\"");
}

TEST(ResolveZoneNames, RefusesABeltOfAZoneThatIsNoProject) {
    expect_refusal(case_with_belt_of("belt"), "belt",
                   "expected as project of the belt the name of a zone of role project, found \"belt\"; the nearest is "
                   "\"p/east\"");
}

TEST(ResolveZoneNames, AcceptsReferenceLevelsOfZonesThatAreThereOrOfNone) {
    for (const char* zone : {"belt", ""}) {
        AuditCase history = case_with_second_reference(history_of(zone));
        EXPECT_NO_THROW(resolve_zone_names(history)) << zone;
        AuditCase national = case_with_second_reference(national_of(zone, zone));
        EXPECT_NO_THROW(resolve_zone_names(national)) << zone;
    }
}

TEST(ResolveZoneNames, RefusesAHistoryOfAZoneThatIsNotThere) {
    expect_refusal(case_with_second_reference(history_of("p/weste")), "reference_level.history.zone",
                   "expected the name of a zone, found \"p/weste\"; the nearest is \"p/west\"");
    expect_refusal(case_with_second_reference(national_of("", "p/weste")), "reference_level.national.history.zone",
                   "expected the name of a zone, found \"p/weste\"; the nearest is \"p/west\"");
}

TEST(ResolveZoneNames, RefusesAJurisdictionThatIsNotThere) {
    expect_refusal(case_with_second_reference(national_of("blet", "belt")), "reference_level.national.jurisdiction",
                   "expected the name of a zone, found \"blet\"; the nearest is \"belt\"");
}

TEST(ResolveZoneNames, SaysSoWhereThereIsNoZoneAtAll) {
    AuditCase audit = case_with_second_reference(history_of("p"));
    audit.zones.clear();
    expect_refusal(audit, "reference_level.history.zone", "expected the name of a zone, found \"p\"; there is none");
}

TEST(ResolveZoneNames, KeepsTheProjectThatTheClaimNames) {
    AuditCase audit = case_with_claim_of("p/east");
    resolve_zone_names(audit);
    EXPECT_EQ(audit.claim->zone, "p/east");
}

TEST(ResolveZoneNames, GivesTheClaimTheOnlyProject) {
    AuditCase audit = case_with_claim_of("");
    audit.zones.erase(audit.zones.begin());
    resolve_zone_names(audit);
    EXPECT_EQ(audit.claim->zone, "p/west");
}

TEST(ResolveZoneNames, AsksForTheZoneOfASampleUnlessItsPointsNameZones) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.sample = tests::two_losses();
    audit.sample->zone.clear();
    expect_refusal(
        audit, "sample.zone",
        "expected beside sample.changes the zone in which the whole sample was drawn, found none; name it, or "
        "give points a column that says which zone each lies in");

    audit.sample->estimates.areas = {{"belt", "forest", {}, {}, 0, true, true}};
    resolve_zone_names(audit);
    EXPECT_EQ(audit.sample->zone, "");
}

TEST(ResolveZoneNames, RefusesASampleOfZonesThatAreNotThere) {
    AuditCase audit = case_with_belt_of("p/west");
    audit.sample = tests::two_losses();
    expect_refusal(audit, "sample.zone", "expected the name of a zone, found \"project\"; the nearest is \"p/west\"");
    audit.sample->zone.clear();
    audit.sample->estimates.areas = {{"elsewhere", "forest", {}, {}, 0, true, true}};
    expect_refusal(audit, "sample.points.zone",
                   "expected the name of a zone of the audit at some point, found none; name zones as [[zones]] does, "
                   "or leave changes out");
}

TEST(ResolveZoneNames, AsksForTheProjectOfAClaimWhereThereAreSeveral) {
    expect_refusal(case_with_claim_of(""), "claim.zone",
                   "expected the name of the project that the claim speaks of, because there are several, found none; "
                   "name one of p/east, p/west");
}

TEST(ResolveZoneNames, RefusesAClaimWithoutAnyProject) {
    AuditCase audit = case_with_claim_of("");
    audit.zones = {{{"region", ZoneRole::reference_region, "region", ""}, 1, 0, {}, 0}};
    expect_refusal(audit, "claim.zone",
                   "expected a zone of role project that the claim speaks of, found none; give a zone that role");
}

TEST(ResolveZoneNames, RefusesAClaimOfAZoneThatIsNoProject) {
    expect_refusal(case_with_claim_of("belt"), "claim.zone",
                   "expected the name of a zone of role project, found \"belt\"; the nearest is \"p/east\"");
}

TEST(ResolveZoneNames, AcceptsReportedLossesOfAnyZoneThatIsThere) {
    AuditCase audit = case_with_claim_of("p/east");
    audit.claim->losses = {loss_of("p/east"), loss_of("belt")};
    EXPECT_NO_THROW(resolve_zone_names(audit));
}

TEST(ResolveZoneNames, RefusesReportedLossesOfAZoneThatIsNotThere) {
    AuditCase audit = case_with_claim_of("p/east");
    audit.claim->losses = {loss_of("p/east"), loss_of("p/eats")};
    expect_refusal(audit, "claim.losses", "expected the name of a zone, found \"p/eats\"; the nearest is \"p/east\"");
}

TEST(ResolveZoneNames, GivesALedgerItsProject) {
    AuditCase audit = case_with_ledger_of("p/east");
    resolve_zone_names(audit);
    EXPECT_EQ(audit.buffer->ledger.front().zone, "p/east");

    audit = case_with_ledger_of("");
    audit.zones.erase(audit.zones.begin());
    resolve_zone_names(audit);
    EXPECT_EQ(audit.buffer->ledger.front().zone, "p/west");
}

TEST(ResolveZoneNames, RefusesALedgerOfNoProject) {
    expect_refusal(case_with_ledger_of("p/wset"), "buffer.csv:2",
                   "expected the name of a zone of role project, found \"p/wset\"; the nearest is \"p/west\"");
    expect_refusal(
        case_with_ledger_of(""), "buffer.csv:2",
        "expected the name of the project that the buffer's ledger speaks of, because there are several, found "
        "none; name one of p/east, p/west");
}

}  // namespace
}  // namespace reddline::inputs
