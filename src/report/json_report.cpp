#include "report/json_report.hpp"

#include <nlohmann/json.hpp>
#include <optional>

#include "domain/units.hpp"
#include "report/claim_json.hpp"
#include "report/document_json.hpp"
#include "report/factor_tables.hpp"
#include "report/reading_json.hpp"
#include "report/type_colours.hpp"
#include "report/uncertainty_json.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Json = nlohmann::ordered_json;

Json json_of(const Tally& tally) {
    return {{"pixels", tally.pixels}, {"area_cm2", tally.area_cm2}, {"area_ha", hectares(tally.area_cm2).value()}};
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
                        {"carbon_stock_tC", json_number(row.stock)},
                        {"yearly_change_tC", json_number(row.yearly_change)}});
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
                            {"standard_error_ha", json_number(row.standard_error)}});
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
                            {"area_ha", json_number(row.area)},
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

std::string audit_json(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    Json json{{"schema", 1}, {"title", audit.title}, {"label", label_text(say, audit)}};
    json["release"] = audit.has_pixels() ? Json(audit.release) : Json(nullptr);
    json["forest"] = audit.has_pixels() ? Json(audit.forest.text()) : Json(nullptr);
    json["forest_types"] = forest_types(audit);
    json["monitoring"] = audit.monitoring ? Json{{"start", to_string(audit.monitoring->start())},
                                                 {"end", to_string(audit.monitoring->end())},
                                                 {"days", audit.monitoring->days()}}
                                          : Json(nullptr);
    json["default_reading"] = reading_json(audit, results.default_reading);
    json["pixels"] = pixel_account(audit);
    json["zones"] = Json::array();
    for (std::size_t zone = 0; zone < results.losses.size(); ++zone) {
        json["zones"].push_back(json_of(audit, audit.zones[zone], results.losses[zone]));
    }
    json["claim"] = claim_json(audit, results);
    json["stratum_questions"] = questions_json(audit, results);
    json["statements"] = statements_json(audit, results);
    json["readings_summary"] = summaries_json(audit, results);
    json["readings"] = readings_json(audit, results);
    json["uncertainty"] = uncertainty_json(audit, results);
    json["unit_references"] = units_json(audit, results);
    json["activity"] = activity(audit, results);
    json["emissions"] = emissions(audit, results);
    json["transitions"] = transitions(audit, results);
    json["carbon_stocks"] = stocks(audit, results);
    json["canopy"] = canopy(audit, results);
    json["factors"] = factors_json(audit);
    json["missing"] = Json::array();
    for (const MissingInput& missing : results.missing) {
        json["missing"].push_back(
            {{"input", missing.input}, {"document", missing.document}, {"decides", missing.decides}});
    }
    json["findings"] = findings(results.findings);
    json["report"] = document_json(report_document(say, audit, results));
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace reddline::report
