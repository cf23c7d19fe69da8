#include "report/claim_json.hpp"

#include <nlohmann/json.hpp>

#include "report/reading_json.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const AuditCase& audit, const ClaimRow& row) {
    return {{"zone", audit.zones[row.zone].zone.name},
            {"stratum", row.stratum},
            {"year", row.year.value()},
            {"reported_ha", json_number(row.reported)},
            {"reported_uncounted_ha", json_number(row.reported_uncounted)},
            {"mapped_ha", json_number(row.mapped)},
            {"estimated_ha", json_number(row.estimated)},
            {"reported_tCO2e", json_number(row.reported_emission)},
            {"mapped_tCO2e", json_number(row.mapped_emission)}};
}

Json json_of(const AuditCase& audit, const ClaimSplit& split) {
    Json parts = Json::array();
    for (const ClaimDifference& part : split.parts) {
        parts.push_back({{"part", to_string(part.part)}, {"amount_kgCO2e", part.amount_kgCO2e}, {"text", part.text}});
    }
    return {{"zone", audit.zones[split.zone].zone.name},
            {"claimed_kgCO2e", split.claimed_kgCO2e},
            {"recomputed_kgCO2e", split.recomputed_kgCO2e},
            {"parts", parts}};
}

Json json_of(const AuditCase& audit, const LossMix& mix) {
    Json strata = Json::array();
    for (const StratumShare& share : mix.strata) {
        strata.push_back({{"stratum", share.stratum}, {"area_ha", share.area.value()}, {"share", share.share}});
        if (mix.source == MixSource::reported) strata.back()["became_forest_ha"] = share.became_forest.value();
    }
    return {{"source", to_string(mix.source)},
            {"strata", mix.map ? Json(audit.maps[*mix.map].name) : Json(nullptr)},
            {"by_stratum", strata},
            {"elsewhere_ha", mix.elsewhere.value()}};
}

Json json_of(const std::optional<BreakEven>& even) {
    if (!even) return nullptr;
    return {{"high_stratum", even->high_stratum},
            {"low_stratum", even->low_stratum},
            {"lost_ha", even->lost.value()},
            {"share", even->share}};
}

Json json_of(const std::optional<EmissionBounds>& bounds) {
    if (!bounds) return nullptr;
    return {{"lost_ha", bounds->lost.value()},
            {"lowest_stratum", bounds->lowest_stratum},
            {"lowest_tCO2e", bounds->lowest.value()},
            {"highest_stratum", bounds->highest_stratum},
            {"highest_tCO2e", bounds->highest.value()}};
}

Json json_of(const AuditCase& audit, const StratumQuestion& question) {
    Json json{{"zone", audit.zones[question.zone].zone.name}};
    json["mixes"] = Json::array();
    for (const LossMix& mix : question.mixes)
        json["mixes"].push_back(json_of(audit, mix));
    json["consistency_indexes"] = Json::array();
    for (const MixDistance& distance : question.distances) {
        json["consistency_indexes"].push_back(
            {{"first_mix", distance.first}, {"second_mix", distance.second}, {"index", distance.index}});
    }
    json["shares"] = Json::array();
    for (const ShareRow& row : question.shares) {
        json["shares"].push_back({{"from_strata", audit.maps[row.from_map].name},
                                  {"to_strata", audit.maps[row.to_map].name},
                                  {"from", row.from},
                                  {"to", row.to},
                                  {"area_ha", row.area.value()},
                                  {"share", row.share}});
    }
    json["relabellings"] = Json::array();
    for (const Relabelling& relabelling : question.relabellings) {
        json["relabellings"].push_back({{"strata", audit.maps[relabelling.map].name},
                                        {"type_by_type", relabelling.by_stratum},
                                        {"reported_tCO2e", relabelling.reported.value()},
                                        {"relabelled_tCO2e", relabelling.audited.value()}});
    }
    json["bounds"] = json_of(question.bounds);
    json["break_even"] = json_of(question.break_even);
    json["claimed_break_even"] = json_of(question.claimed_break_even);
    return json;
}

}  // namespace

Json claim_json(const AuditCase& audit, const AuditResult& results) {
    if (!audit.claim) return nullptr;
    const auto text_or_null = [](const std::string& text) { return text.empty() ? Json(nullptr) : Json(text); };
    Json json{{"zone", text_or_null(audit.claim->zone)},
              {"strata", text_or_null(audit.claim->strata_map)},
              {"source", audit.claim->source}};
    json["items_tCO2e"] = Json::object();
    for (const auto& [item, amount] : audit.claim->items)
        json["items_tCO2e"][std::string(to_string(item))] = amount.value();
    json["lost_area_ha"] = json_number(audit.claim->lost_area);
    json["area_ha"] = json_number(audit.claim->area);
    json["ledger"] = Json::array();
    for (const ClaimRow& row : results.claim_rows)
        json["ledger"].push_back(json_of(audit, row));
    json["splits"] = Json::array();
    for (const ClaimSplit& split : results.claim_splits)
        json["splits"].push_back(json_of(audit, split));
    return json;
}

Json questions_json(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const StratumQuestion& question : results.stratum_questions)
        rows.push_back(json_of(audit, question));
    return rows;
}

Json units_json(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const UnitReference& unit : results.unit_references) {
        Json json{{"stratum", unit.stratum}};
        for (const Choice choice : level_choices())
            json[std::string(to_string(choice))] = choice_text(audit, unit.reading, choice);
        json["status"] = unit.answer.given() ? "computed" : "refused";
        if (unit.answer.given()) {
            const UnitExpectation& expected = unit.answer.value();
            json["lost_first_year_ha"] = expected.lost_first_year.value();
            json["first_year_tCO2e"] = expected.first_year.value();
            json["period_tCO2e"] = expected.period.value();
        } else {
            json["reason"] = unit.answer.refusal().reason;
        }
        rows.push_back(json);
    }
    return rows;
}

}  // namespace reddline::report
