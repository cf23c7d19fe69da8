#include "report/reading_json.hpp"

#include <nlohmann/json.hpp>

#include "domain/reading_scope.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

void add_totals(const CreditTotals& totals, Json& json) {
    json["status"] = status_name(totals);
    json["reference_level_tCO2e"] = totals.reference.value();
    json["project_emissions_tCO2e"] = totals.project.value();
    json["displaced_tCO2e"] = json_number(totals.displaced);
    json["reduction_tCO2e"] = totals.reduction.value();
    json["deductions_tCO2e"] = totals.deducted.value();
    json["credits_tCO2e"] = totals.credits.tCO2e;
}

Json json_of(const StatementYear& year) {
    return {{"year", year.year.value()},
            {"share_of_year", year.fraction},
            {"reference_level_tCO2e", year.reference.value()},
            {"project_emissions_tCO2e", year.project.value()},
            {"displaced_tCO2e", json_number(year.displaced)},
            {"displaced_unclamped_tCO2e", json_number(year.displaced_unclamped)}};
}

Json json_of(const StratumBalance& stratum) {
    return {{"stratum", stratum.stratum},
            {"forest_at_start_ha", stratum.forest_at_start.value()},
            {"expected_area_ha", json_number(stratum.expected_area)},
            {"observed_area_ha", stratum.observed_area.value()},
            {"expected_emission_tCO2e", json_number(stratum.expected_emission)},
            {"observed_emission_tCO2e", stratum.observed_emission.value()}};
}

Json json_of(const Posting& posting) {
    return {{"account", to_string(posting.account)},
            {"year", posting.year ? Json(posting.year->value()) : Json(nullptr)},
            {"amount_kgCO2e", posting.amount_kgCO2e},
            {"text", posting.text}};
}

Json json_of(const std::optional<Spread>& spread) {
    if (!spread) return nullptr;
    return {{"readings", spread->readings},
            {"lowest_credits_tCO2e", spread->lowest_tCO2e},
            {"median_credits_tCO2e", spread->median_tCO2e},
            {"highest_credits_tCO2e", spread->highest_tCO2e},
            {"at_or_above_claim", spread->at_or_above_claim ? Json(*spread->at_or_above_claim) : Json(nullptr)},
            {"nearest_to_claim", spread->nearest_to_claim ? Json(*spread->nearest_to_claim) : Json(nullptr)}};
}

Json json_of(const ChoiceEffect& effect) {
    return {{"choice", to_string(effect.choice)},
            {"groups", effect.groups},
            {"mean_range_tCO2e", effect.mean_range_tCO2e},
            {"largest_range_tCO2e", effect.largest_range_tCO2e},
            {"mean_range_reduction_tCO2e", effect.mean_range_reduction.value()}};
}

template <class Items>
Json array_of(const Items& items) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(json_of(item));
    return array;
}

}  // namespace

Json json_number(std::optional<double> value) {
    return value ? Json(*value) : Json(nullptr);
}

Json reading_json(const AuditCase& audit, const Reading& reading) {
    Json json = Json::object();
    for (const Choice choice : all_choices()) {
        if (!has_part(audit, reading, choice)) continue;
        const std::string name(to_string(choice));
        if (choice == Choice::canopy_pct) {
            json[name] = reading.forest.canopy_pct;
        } else if (choice == Choice::min_area) {
            json[name] = reading.forest.min_area_ha;
            json["connectivity"] = static_cast<int>(reading.forest.neighbours);
        } else {
            json[name] = choice_text(audit, reading, choice);
        }
    }
    return json;
}

Json readings_json(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ReadingResult& result : results.readings) {
        Json json{{"zone", audit.zones[result.zone].zone.name}, {"reading", reading_json(audit, result.reading)}};
        if (result.answer.given()) {
            add_totals(result.answer.value(), json);
            json["consistent"] = result.caveats.empty();
            json["reason"] = reason_text(result.answer.value(), result.caveats);
        } else {
            json["status"] = "refused";
            json["reference_level_tCO2e"] = json_number(result.reference);
            json["reason"] = result.answer.refusal().reason;
        }
        rows.push_back(json);
    }
    return rows;
}

Json summaries_json(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ReadingsSummary& summary : results.summaries) {
        rows.push_back({{"zone", audit.zones[summary.zone].zone.name},
                        {"refused", summary.refused},
                        {"all", json_of(summary.all)},
                        {"consistent", json_of(summary.consistent)},
                        {"effects", array_of(summary.effects)}});
    }
    return rows;
}

Json statements_json(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ZoneStatement& result : results.statements) {
        Json json{{"zone", audit.zones[result.zone].zone.name}};
        if (!result.answer.given()) {
            json["status"] = "refused";
            json["reason"] = result.answer.refusal().reason;
            rows.push_back(json);
            continue;
        }
        const Statement& statement = result.answer.value();
        add_totals(statement.totals, json);
        json["years"] = array_of(statement.years);
        json["strata"] = array_of(statement.strata);
        json["left_out_transitions"] = statement.left_out;
        json["ledger"] = array_of(statement.ledger.postings());
        rows.push_back(json);
    }
    return rows;
}

}  // namespace reddline::report
