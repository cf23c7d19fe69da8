#include "unit/report/claimed_case.hpp"

namespace reddline::report {

ReportedLoss reported_loss(const std::string& zone, const std::string& from, int year, double area_ha) {
    return {zone, from, std::nullopt, LossYear{year}, Hectares::of(area_ha)};
}

AuditCase claimed_case() {
    AuditCase audit = worked_case();
    audit.claim =
        Claim{.zone = "park",
              .items = {{ClaimItem::credits, TonnesCO2e::of(2'000.0)}},
              .losses = {reported_loss("park", "evergreen", 2019, 1.0), reported_loss("park", "deciduous", 2020, 4.0)},
              .reported_years = ReportedYears::period,
              .strata_map = "types-2020",
              .area = std::nullopt,
              .lost_area = std::nullopt,
              .source = "monitoring report 2021"};
    return audit;
}

ClaimRow claim_row(const std::string& stratum, int year, double reported_ha, double mapped_ha, double factor) {
    return {.zone = park,
            .stratum = stratum,
            .year = LossYear{year},
            .reported = Hectares::of(reported_ha),
            .reported_uncounted = Hectares{},
            .mapped = Hectares::of(mapped_ha),
            .estimated = std::nullopt,
            .reported_emission = TonnesCO2e::of(factor * reported_ha),
            .mapped_emission = TonnesCO2e::of(factor * mapped_ha)};
}

std::vector<ClaimRow> worked_claim_rows() {
    return {claim_row("evergreen", 2019, 1.0, 2.0, 440.0), claim_row("evergreen", 2020, 0.0, 1.0, 440.0),
            claim_row("deciduous", 2020, 4.0, 1.0, 220.0)};
}

ClaimSplit worked_split() {
    return {park,
            2'000'000,
            1'341'000,
            {{ClaimPart::reference_level, 500'000, "claimed 2,501, recomputed 2,001 tCO2e"},
             {ClaimPart::hectares, -385'000, "reported 5.0, mapped 4.0 ha"},
             {ClaimPart::strata, 605'000, "264.0 as labelled, 385.0 at the mapped mix"},
             {ClaimPart::factors, 20'000, "claimed 1,300, recomputed 1,320 tCO2e"},
             {ClaimPart::displaced, 10'000, "claimed 0, recomputed 10 tCO2e"},
             {ClaimPart::not_itemised, -91'000, "the claim does not state: reductions"}}};
}

StratumQuestion worked_question() {
    const auto area = [](double value) { return Hectares::of(value); };
    const auto t = [](double value) { return TonnesCO2e::of(value); };
    StratumQuestion question;
    question.zone = park;
    question.mixes = {
        {MixSource::expected,
         std::nullopt,
         {{"evergreen", area(5.0), 5.0 / 6.0}, {"deciduous", area(1.0), 1.0 / 6.0}},
         {}},
        {MixSource::reported, std::nullopt, {{"deciduous", area(4.0), 0.8}, {"evergreen", area(1.0), 0.2}}, {}},
        {MixSource::mapped, 0, {{"evergreen", area(3.0), 0.75}, {"deciduous", area(1.0), 0.25}}, area(0.5)}};
    question.distances = {{1, 2, 0.55}};  // 0.5 (|0.2 - 0.75| + |0.8 - 0.25|)
    question.shares = {{1, 0, "deciduous", "evergreen", area(2.0), 0.5},
                       {1, 0, "deciduous", "deciduous", area(2.0), 0.5}};
    question.relabellings = {{0, true, t(1'320.0), t(1'760.0)}};
    question.bounds = EmissionBounds{area(5.0), "deciduous", t(1'100.0), "evergreen", t(2'200.0)};
    question.break_even = BreakEven{"evergreen", "deciduous", area(4.0), 0.375};
    question.claimed_break_even = BreakEven{"evergreen", "deciduous", area(5.0), 1.5};
    return question;
}

AuditResult claimed_result() {
    AuditResult results = worked_result();
    results.summaries[0].all->at_or_above_claim = 0;
    results.summaries[0].all->nearest_to_claim = 2;
    results.summaries[0].consistent = results.summaries[0].all;
    results.claim_rows = worked_claim_rows();
    results.claim_splits = {worked_split()};
    results.stratum_questions = {worked_question()};
    return results;
}

Reading reported_reading() {
    Reading reading;
    reading.route = Route::reported;
    reading.post = PostStock::zero;
    reading.reference = 0;
    return reading;
}

AuditCase tables_case() {
    AuditCase audit = claimed_case();
    audit.release.clear();
    audit.forest = {};
    audit.maps.clear();
    audit.crosstabs.clear();
    audit.zones = {{{"park", ZoneRole::project, "park", ""}, 0, 0, {}, 0}};
    audit.declared_areas = {{park, "evergreen", Hectares::of(100.0)}, {park, "deciduous", Hectares::of(50.0)}};
    audit.claim->strata_map.clear();
    return audit;
}

AuditResult tables_result() {
    AuditResult results;
    results.default_reading = reported_reading();
    Statement statement = statement_without_belt();
    statement.reading = reported_reading();
    results.statements = {{park, statement}};
    results.readings = {{park, reported_reading(), {}, TonnesCO2e::of(2'001.0), totals_without_belt()}};
    const Spread spread{1, 1'350, 1'350.0, 1'350, 0, 0};
    results.summaries = {{.zone = park, .refused = 0, .all = spread, .consistent = spread, .effects = {}}};
    for (ClaimRow row : worked_claim_rows()) {
        row.mapped.reset();
        row.mapped_emission.reset();
        results.claim_rows.push_back(row);
    }
    StratumQuestion question = worked_question();
    question.mixes.pop_back();
    question.distances = {{0, 1, 19.0 / 30.0}};  // 0.5 (|5/6 - 0.2| + |1/6 - 0.8|)
    question.shares.clear();
    question.relabellings.clear();
    results.stratum_questions = {question};
    return results;
}

}  // namespace reddline::report
