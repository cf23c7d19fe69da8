#include "report/tables_for_people.hpp"

#include <algorithm>
#include <string>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/answer.hpp"

namespace reddline::report {

namespace {

std::string ha(Hectares area) {
    return grouped(area.value(), 1);
}
std::string t(TonnesCO2e emission) {
    return grouped(emission.value(), 0);
}
std::string t_or_unknown(const std::optional<TonnesCO2e>& emission) {
    return emission ? t(*emission) : "not known";
}
std::string ha_or_unknown(const std::optional<Hectares>& area) {
    return area ? ha(*area) : "not known";
}

/// What stands beside the credits: where a belt is not known they are no more than an upper bound.
std::string status_text(const Answer<Statement>& answer) {
    if (!answer.given()) return "refused";
    return answer.value().totals.is_upper_bound() ? "upper bound" : "computed";
}

std::string name_of(const StratumLoss& stratum) {
    if (!stratum.kind) return "(no data in the strata map)";
    if (*stratum.kind == StratumKind::non_forest) return stratum.stratum + " (not forest in the strata map)";
    return stratum.stratum;
}

}  // namespace

PlainTable strata_table(const Statement& statement) {
    PlainTable table{{"forest type", "forest ha", "expected ha", "lost ha", "expected tCO2e", "emitted tCO2e"}, {}};
    StratumBalance total{"all", {}, std::nullopt, {}, statement.totals.reference, {}};
    const auto add = [&](const StratumBalance& row) {
        table.rows.push_back({row.stratum, ha(row.forest_at_start), ha_or_unknown(row.expected_area),
                              ha(row.observed_area), t_or_unknown(row.expected_emission), t(row.observed_emission)});
    };
    for (const StratumBalance& stratum : statement.strata) {
        add(stratum);
        total.forest_at_start += stratum.forest_at_start;
        if (stratum.expected_area)
            total.expected_area = total.expected_area.value_or(Hectares{}) + *stratum.expected_area;
        total.observed_area += stratum.observed_area;
        total.observed_emission += stratum.observed_emission;
    }
    add(total);
    return table;
}

PlainTable years_table(const Statement& statement) {
    PlainTable table{{"year", "share of the year", "expected tCO2e", "emitted tCO2e", "displaced tCO2e"}, {}};
    for (const StatementYear& year : statement.years) {
        table.rows.push_back({std::to_string(year.year.value()), fixed(year.fraction, 4), t(year.reference),
                              t(year.project), t_or_unknown(year.displaced)});
    }
    const CreditTotals& totals = statement.totals;
    table.rows.push_back({"all", "", t(totals.reference), t(totals.project), t_or_unknown(totals.displaced)});
    return table;
}

PlainTable projects_table(const AuditCase& audit, const AuditResult& results, std::size_t most) {
    PlainTable table{
        {"project", "lost ha", "expected tCO2e", "emitted tCO2e", "displaced tCO2e", "credits", "status"}, {}, {0, 6}};
    for (std::size_t zone = 0; zone < audit.zones.size() && table.rows.size() < most; ++zone) {
        const ZoneStatement* const result = default_answer(results, zone);
        if (audit.zones[zone].zone.role != ZoneRole::project || result == nullptr) continue;
        const std::string& name = audit.zones[zone].zone.name;
        if (!result->answer.given()) {
            // What was expected may be known although nothing else is.
            const auto readings = readings_of(results.readings, zone);
            const auto reading = std::ranges::find(readings, results.default_reading, &ReadingResult::reading);
            const bool is_expected = reading != readings.end() && reading->reference;
            table.rows.push_back(
                {name, "", is_expected ? t(*reading->reference) : "", "", "", "", status_text(result->answer)});
            continue;
        }
        const Statement& statement = result->answer.value();
        Hectares lost;
        for (const StratumBalance& stratum : statement.strata)
            lost += stratum.observed_area;
        const CreditTotals& totals = statement.totals;
        table.rows.push_back({name, ha(lost), t(totals.reference), t(totals.project), t_or_unknown(totals.displaced),
                              grouped(totals.credits.tCO2e), status_text(result->answer)});
    }
    return table;
}

PlainTable ledger_table(const Statement& statement) {
    PlainTable table{{"account", "year", "tCO2e"}, {}};
    for (const Posting& posting : statement.ledger.postings()) {
        table.rows.push_back({std::string(to_string(posting.account)) + " (" + posting.text + ")",
                              posting.year ? std::to_string(posting.year->value()) : "",
                              grouped(static_cast<double>(posting.amount_kgCO2e) / 1000.0, 3)});
    }
    table.rows.push_back({"sum", "", grouped(static_cast<double>(statement.ledger.balance_kgCO2e()) / 1000.0, 3)});
    return table;
}

PlainTable loss_table(const AuditCase& audit, const AuditResult& results) {
    const int last = audit.codes.last().value();
    const std::size_t codes = audit.codes.last_code();
    const std::size_t recent = codes > 5 ? codes - 4 : 1;
    const int recent_year = audit.codes.year_of(static_cast<std::uint8_t>(recent)).value();
    PlainTable table{{"zone, forest type", "forest 2000 ha",
                      "lost " + std::to_string(audit.codes.first().value()) + "-" + std::to_string(last) + " ha",
                      "lost " + std::to_string(recent_year) + "-" + std::to_string(last) + " ha"},
                     {}};
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const std::string& name = audit.zones[zone].zone.name;
        for (const StratumLoss& stratum : results.losses[zone].strata) {
            if (stratum.forest_2000.pixels == 0) continue;
            table.rows.push_back({name + ", " + name_of(stratum), ha(hectares(stratum.forest_2000.area_cm2)),
                                  ha(hectares(all_loss(stratum).area_cm2)),
                                  ha(hectares(loss_between(stratum, recent, codes).area_cm2))});
        }
        Tally outside_recent;
        for (std::size_t code = recent; code <= codes; ++code)
            outside_recent += results.losses[zone].outside_by_code[code];
        table.rows.push_back({name + ", loss outside forest", "",
                              ha(hectares(results.losses[zone].loss_outside_forest.area_cm2)),
                              ha(hectares(outside_recent.area_cm2))});
    }
    return table;
}

PlainTable canopy_table(const AuditCase& audit, const AuditResult& results) {
    PlainTable table{{"zone", "canopy cover", "minimum ha", "forest 2000 ha", "loss ha", "loss outside forest ha"}, {}};
    for (const CanopyRow& row : results.canopy) {
        if (row.forest.canopy_rule != audit.forest.canopy_rule) continue;
        table.rows.push_back(
            {audit.zones[row.zone].zone.name,
             (row.forest.canopy_rule == CanopyRule::greater ? "> " : ">= ") + shortest(row.forest.canopy_pct) + " %",
             shortest(row.forest.min_area_ha), ha(hectares(row.forest_2000.area_cm2)), ha(hectares(row.loss.area_cm2)),
             ha(hectares(row.loss_outside_forest.area_cm2))});
    }
    return table;
}

PlainTable factor_table(const CarbonTable& factors) {
    PlainTable table{{"stratum", "tC/ha", "tCO2e/ha", "source"}, {}, {0, 3}};
    for (const auto& [stratum, stock] : factors.stocks) {
        table.rows.push_back(
            {stratum, shortest(stock.density().value()), fixed(as_CO2e(stock.density()).value(), 1), stock.source()});
    }
    return table;
}

}  // namespace reddline::report
