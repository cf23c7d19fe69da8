#include "report/zone_attributes.hpp"

#include <algorithm>
#include <optional>

#include "domain/units.hpp"
#include "report/answer.hpp"
#include "report/map_sheets.hpp"
#include "report/words.hpp"

namespace reddline::report {

namespace {

using Row = std::vector<Attribute>;

double ha(const Tally& tally) {
    return hectares(tally.area_cm2).value();
}

/// Strata of which any zone had forest, by their place in `ZoneLoss::strata`.
std::vector<std::size_t> strata_with_forest(const AuditResult& results) {
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < results.losses.front().strata.size(); ++i) {
        const bool is_seen = std::ranges::any_of(
            results.losses, [&](const ZoneLoss& zone) { return zone.strata[i].forest_2000.pixels > 0; });
        if (is_seen) places.push_back(i);
    }
    return places;
}

std::string years_text(const AuditCase& audit, const PeriodCodes& period) {
    return std::to_string(audit.codes.year_of(period.first).value()) + " to " +
           std::to_string(audit.codes.year_of(period.last).value());
}

std::vector<AttributeColumn> columns_of(const AuditCase& audit, const AuditResult& results,
                                        const std::vector<std::size_t>& strata, const PeriodCodes& period) {
    const std::string years = years_text(audit, period);
    std::vector<AttributeColumn> columns{
        {"zone", AttributeKind::text, "name of the zone"},
        {"role", AttributeKind::text, "what the zone is for"},
        {"project", AttributeKind::text, "for a belt, the project it belongs to"},
        {"area_ha", AttributeKind::number, "ha of the pixels in the zone and on a loss tile"},
        {"forest_ha", AttributeKind::number, "ha of forest in 2000"},
        {"loss_ha", AttributeKind::number, "ha of it lost in " + years + ", whole years"}};
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const std::string& stratum = results.losses.front().strata[strata[i]].stratum;
        const std::string name = stratum.empty() ? english()("map.no_forest_type") : stratum;
        columns.push_back({"loss_ha_" + std::to_string(strata[i] + 1) + "_" + name, AttributeKind::number,
                           "ha of " + name + " lost in " + years});
    }
    for (std::size_t code = 1; code <= audit.codes.last_code(); ++code) {
        const std::string year = std::to_string(audit.codes.year_of(static_cast<std::uint8_t>(code)).value());
        columns.push_back({"loss_ha_" + year, AttributeKind::number, "ha of forest lost in " + year});
    }
    for (const char* const name : {"reference_level_tCO2e", "project_emissions_tCO2e", "displaced_tCO2e"})
        columns.push_back({name, AttributeKind::number, "tCO2e over the monitoring period, default reading"});
    columns.push_back({"credits", AttributeKind::whole, "tCO2e that may be credited, default reading"});
    columns.push_back({"status", AttributeKind::text, "of the credits: computed, upper-bound or refused"});
    columns.push_back({"claimed_credits", AttributeKind::number, "tCO2e that the claim states"});
    columns.push_back({"label", AttributeKind::text, "what must be known of the inputs"});
    return columns;
}

void add_losses(const AuditCase& audit, const ZoneLoss& zone, const std::vector<std::size_t>& strata,
                const PeriodCodes& period, Row& row) {
    Tally forest;
    Tally lost;
    std::vector<Tally> by_year(std::size_t{audit.codes.last_code()} + 1);
    for (const StratumLoss& stratum : zone.strata) {
        forest += stratum.forest_2000;
        lost += loss_between(stratum, period.first, period.last);
        for (std::size_t code = 1; code < by_year.size(); ++code)
            by_year[code] += stratum.loss_by_code[code];
    }
    row.emplace_back(ha(forest));
    row.emplace_back(ha(lost));
    for (const std::size_t place : strata)
        row.emplace_back(ha(loss_between(zone.strata[place], period.first, period.last)));
    for (std::size_t code = 1; code < by_year.size(); ++code)
        row.emplace_back(ha(by_year[code]));
}

/// Adds an amount, or nothing where it is not known.
void add_known(const std::optional<TonnesCO2e>& amount, Row& row) {
    row.emplace_back();
    if (amount) row.back() = amount->value();
}

void add_credits(const AuditCase& audit, const AuditResult& results, std::size_t zone, Row& row) {
    const ZoneStatement* const result = default_answer(results, zone);
    if (result != nullptr && result->answer.given()) {
        const CreditTotals& totals = result->answer.value().totals;
        add_known(totals.reference, row);
        add_known(totals.project, row);
        add_known(totals.displaced, row);
        row.emplace_back(totals.credits.tCO2e);
        row.emplace_back(std::string(status_name(totals)));
    } else {
        row.resize(row.size() + 5);
        if (result != nullptr) row.back() = std::string("refused");
    }
    add_known(audit.is_claimed(zone) ? audit.claim->amount(ClaimItem::credits) : std::nullopt, row);
}

}  // namespace

AttributeTable zone_attributes(const AuditCase& audit, const AuditResult& results) {
    const PeriodCodes period = period_codes(audit);
    const std::vector<std::size_t> strata = strata_with_forest(results);
    AttributeTable table{columns_of(audit, results, strata, period), {}};
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const ZoneExtent& extent = audit.zones[zone];
        Row row{extent.zone.name, std::string(to_string(extent.zone.role)), extent.zone.project, ha(extent.inside)};
        add_losses(audit, results.losses[zone], strata, period, row);
        add_credits(audit, results, zone, row);
        row.emplace_back(label_text(english(), audit));
        table.rows.push_back(std::move(row));
    }
    return table;
}

}  // namespace reddline::report
