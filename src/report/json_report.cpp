#include "report/json_report.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "domain/units.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

template <class Unit>
Json number(const std::optional<Quantity<Unit>>& amount) {
    return amount ? Json(amount->value()) : Json(nullptr);
}

Json json_of(const Tally& tally) {
    return {{"pixels", tally.pixels}, {"area_cm2", tally.area_cm2}, {"area_ha", hectares(tally.area_cm2).value()}};
}

Json json_of(const AuditCase& audit, const Reading& reading) {
    Json json{{"route", to_string(reading.route)}, {"strata", strata_text(audit, reading)}};
    if (reading.route == Route::loss) {
        json["canopy_pct"] = reading.forest.canopy_pct;
        json["canopy_rule"] = to_string(reading.forest.canopy_rule);
        json["min_area_ha"] = reading.forest.min_area_ha;
        json["neighbours"] = static_cast<int>(reading.forest.neighbours);
    }
    json["factors"] = audit.factors ? Json(audit.factors->name) : Json(nullptr);
    json["arcs"] = to_string(reading.arcs);
    json["post"] = to_string(reading.post);
    json["reference"] = reading.reference ? Json(to_string(*reading.reference)) : Json(nullptr);
    if (uses_transitions(reading)) {
        json["annualise"] = to_string(reading.annualise);
        json["intervals"] = to_string(reading.intervals);
        json["areas"] = to_string(reading.areas);
    }
    return json;
}

Json json_of(const StatementYear& year) {
    return {{"year", year.year.value()},
            {"share_of_year", year.fraction},
            {"reference_level_tCO2e", year.reference.value()},
            {"project_emissions_tCO2e", year.project.value()},
            {"displaced_tCO2e", number(year.displaced)},
            {"displaced_unclamped_tCO2e", number(year.displaced_unclamped)}};
}

Json json_of(const StratumBalance& stratum) {
    return {{"stratum", stratum.stratum},
            {"forest_at_start_ha", stratum.forest_at_start.value()},
            {"expected_area_ha", stratum.expected_area.value()},
            {"observed_area_ha", stratum.observed_area.value()},
            {"expected_emission_tCO2e", stratum.expected_emission.value()},
            {"observed_emission_tCO2e", stratum.observed_emission.value()}};
}

Json json_of(const Posting& posting) {
    return {{"account", to_string(posting.account)},
            {"year", posting.year ? Json(posting.year->value()) : Json(nullptr)},
            {"amount_kgCO2e", posting.amount_kgCO2e},
            {"text", posting.text}};
}

template <class Items>
Json array_of(const Items& items) {
    Json array = Json::array();
    for (const auto& item : items)
        array.push_back(json_of(item));
    return array;
}

Json json_of(const AuditCase& audit, const ReadingResult& result) {
    Json json{{"zone", audit.zones[result.zone].zone.name}, {"reading", json_of(audit, result.reading)}};
    if (!result.answer.given()) {
        json["status"] = "refused";
        json["reason"] = result.answer.refusal().reason;
        return json;
    }
    const Statement& statement = result.answer.value();
    json["status"] = statement.displaced ? "computed" : "upper-bound";
    json["reference_level_tCO2e"] = statement.reference.value();
    json["project_emissions_tCO2e"] = statement.project.value();
    json["displaced_tCO2e"] = number(statement.displaced);
    json["reduction_tCO2e"] = statement.reduction.value();
    json["deductions_tCO2e"] = statement.deducted.value();
    json["credits_tCO2e"] = statement.credits.tCO2e;
    json["years"] = array_of(statement.years);
    json["strata"] = array_of(statement.strata);
    json["left_out_transitions"] = statement.left_out;
    json["ledger"] = array_of(statement.ledger.postings());
    return json;
}

Json json_of(const AuditCase& audit, const ZoneExtent& extent, const ZoneLoss& loss) {
    Json strata = Json::array();
    for (const StratumLoss& stratum : loss.strata) {
        if (stratum.forest_2000.pixels == 0) continue;
        Json by_year = Json::object();
        for (std::size_t code = 1; code <= audit.codes.last_code(); ++code) {
            by_year[std::to_string(audit.codes.year_of(static_cast<std::uint8_t>(code)).value())] =
                hectares(stratum.loss_by_code[code].area_cm2).value();
        }
        strata.push_back({{"stratum", stratum.stratum},
                          {"is_forest_stratum", stratum.kind == StratumKind::forest},
                          {"forest_2000", json_of(stratum.forest_2000)},
                          {"loss_ha_by_year", by_year}});
    }
    return {{"zone", extent.zone.name},
            {"role", to_string(extent.zone.role)},
            {"inside", json_of(extent.inside)},
            {"outside_pixels", extent.outside_pixels},
            {"loss_outside_forest", json_of(loss.loss_outside_forest)},
            {"strata", strata}};
}

Json pixel_account(const AuditCase& audit) {
    Json tables = Json::array();
    for (const CrosstabOfArea& table : audit.crosstabs) {
        Json outcomes = Json::object();
        for (const Outcome outcome : all_outcomes()) {
            if (outcome == Outcome::outside_zones) continue;
            outcomes[std::string(to_string(outcome))] =
                json_of(table.crosstab.outcomes()[static_cast<std::size_t>(outcome)]);
        }
        tables.push_back({{"min_area_ha", table.min_area_ha}, {"pixels_in_zones_by_outcome", outcomes}});
    }
    return tables;
}

Json stocks(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const StockYear& row : results.stocks) {
        rows.push_back({{"zone", audit.zones[row.zone].zone.name},
                        {"route", to_string(row.route)},
                        {"strata", row.strata},
                        {"stratum", row.stratum},
                        {"year", row.year.value()},
                        {"forest_ha", row.area.value()},
                        {"carbon_stock_tC", number(row.stock)},
                        {"yearly_change_tC", number(row.yearly_change)}});
    }
    return rows;
}

Json activity(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ActivityData& data : results.activity) {
        for (const Activity& row : data.rows) {
            rows.push_back({{"zone", audit.zones[data.zone].zone.name},
                            {"route", to_string(data.route)},
                            {"strata", data.strata},
                            {"stratum", row.from},
                            {"to_stratum", row.to ? Json(*row.to) : Json(nullptr)},
                            {"year", row.year.value()},
                            {"area_ha", row.area.value()},
                            {"standard_error_ha", number(row.standard_error)}});
        }
    }
    return rows;
}

Json emissions(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const ZoneEmissions& zone : results.emissions) {
        for (const StratumYear& row : zone.table) {
            rows.push_back({{"zone", audit.zones[zone.zone].zone.name},
                            {"route", to_string(zone.route)},
                            {"strata", zone.strata},
                            {"stratum", row.stratum},
                            {"year", row.year.value()},
                            {"area_ha", row.area.value()},
                            {"emission_tCO2e", row.emission.value()}});
        }
    }
    return rows;
}

Json transitions(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const MapTransition& row : results.transitions) {
        const StrataMap& from = audit.maps[row.from_map];
        const StrataMap& to = audit.maps[row.to_map];
        rows.push_back({{"zone", audit.zones[row.zone].zone.name},
                        {"from_strata", from.name},
                        {"to_strata", to.name},
                        {"from", from.legend.name_of(row.from)},
                        {"to", to.legend.name_of(row.to)},
                        {"pixels", row.tally.pixels},
                        {"area_ha", hectares(row.tally.area_cm2).value()}});
    }
    return rows;
}

Json canopy(const AuditCase& audit, const AuditResult& results) {
    Json rows = Json::array();
    for (const CanopyRow& row : results.canopy) {
        rows.push_back({{"zone", audit.zones[row.zone].zone.name},
                        {"canopy_pct", row.forest.canopy_pct},
                        {"canopy_rule", to_string(row.forest.canopy_rule)},
                        {"min_area_ha", row.forest.min_area_ha},
                        {"forest_2000_ha", hectares(row.forest_2000.area_cm2).value()},
                        {"loss_ha", hectares(row.loss.area_cm2).value()},
                        {"loss_outside_forest_ha", hectares(row.loss_outside_forest.area_cm2).value()}});
    }
    return rows;
}

Json findings(const Findings& all) {
    Json rows = Json::array();
    for (const Finding& finding : all) {
        rows.push_back({{"code", finding.code},
                        {"severity", to_string(finding.severity)},
                        {"subject", finding.subject},
                        {"message", finding.message},
                        {"evidence", finding.evidence}});
    }
    return rows;
}

}  // namespace

std::string audit_json(const AuditCase& audit, const AuditResult& results) {
    Json json{{"schema", 1}, {"title", audit.title}, {"label", label_text(audit)}, {"release", audit.release}};
    json["forest"] = audit.forest.text();
    json["monitoring"] = audit.monitoring ? Json{{"start", to_string(audit.monitoring->start())},
                                                 {"end", to_string(audit.monitoring->end())},
                                                 {"days", audit.monitoring->days()}}
                                          : Json(nullptr);
    json["default_reading"] = json_of(audit, results.default_reading);
    json["pixels"] = pixel_account(audit);
    json["zones"] = Json::array();
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        json["zones"].push_back(json_of(audit, audit.zones[zone], results.losses[zone]));
    }
    json["readings"] = Json::array();
    for (const ReadingResult& result : results.readings)
        json["readings"].push_back(json_of(audit, result));
    json["activity"] = activity(audit, results);
    json["emissions"] = emissions(audit, results);
    json["transitions"] = transitions(audit, results);
    json["carbon_stocks"] = stocks(audit, results);
    json["canopy"] = canopy(audit, results);
    json["missing"] = Json::array();
    for (const MissingInput& missing : results.missing) {
        json["missing"].push_back({{"input", missing.input}, {"decides", missing.decides}});
    }
    json["findings"] = findings(results.findings);
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
