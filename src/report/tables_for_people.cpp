#include "report/tables_for_people.hpp"

#include <algorithm>
#include <string>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/answer.hpp"

namespace reddline::report {

namespace {

std::string ha(const Strings& say, Hectares area) {
    return say.grouped(area.value(), 1);
}
std::string t(const Strings& say, TonnesCO2e emission) {
    return say.grouped(emission.value(), 0);
}
std::string t_or_unknown(const Strings& say, const std::optional<TonnesCO2e>& emission) {
    return emission ? t(say, *emission) : say("cell.not_known");
}
std::string ha_or_unknown(const Strings& say, const std::optional<Hectares>& area) {
    return area ? ha(say, *area) : say("cell.not_known");
}
std::string three_decimals(const Strings& say, std::int64_t amount_kgCO2e) {
    return say.grouped(static_cast<double>(amount_kgCO2e) / 1000.0, 3);
}

/// What stands beside the credits: where a belt is not known they are no more than an upper bound.
std::string status_text(const Strings& say, const Answer<Statement>& answer) {
    if (!answer.given()) return say("cell.refused");
    return say(answer.value().totals.is_upper_bound() ? "cell.upper_bound" : "cell.computed");
}

std::string name_of(const Strings& say, const StratumLoss& stratum) {
    if (!stratum.kind) return say("cell.no_stratum");
    if (*stratum.kind == StratumKind::non_forest) return say("cell.not_forest", {{"stratum", stratum.stratum}});
    return stratum.stratum;
}

}  // namespace

PlainTable strata_table(const Strings& say, const Statement& statement) {
    PlainTable table{{say("column.forest_type"), say("column.forest_ha"), say("column.expected_ha"),
                      say("column.lost_ha"), say("column.expected_tCO2e"), say("column.emitted_tCO2e")},
                     {}};
    StratumBalance total{say("cell.all"), {}, std::nullopt, {}, statement.totals.reference, {}};
    const auto add = [&](const StratumBalance& row) {
        table.rows.push_back({row.stratum, ha(say, row.forest_at_start), ha_or_unknown(say, row.expected_area),
                              ha(say, row.observed_area), t_or_unknown(say, row.expected_emission),
                              t(say, row.observed_emission)});
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

PlainTable years_table(const Strings& say, const Statement& statement) {
    PlainTable table{{say("column.year"), say("column.share_of_year"), say("column.expected_tCO2e"),
                      say("column.emitted_tCO2e"), say("column.displaced_tCO2e")},
                     {}};
    for (const StatementYear& year : statement.years) {
        table.rows.push_back({std::to_string(year.year.value()), say.number(fixed(year.fraction, 4)),
                              t(say, year.reference), t(say, year.project), t_or_unknown(say, year.displaced)});
    }
    const CreditTotals& totals = statement.totals;
    table.rows.push_back(
        {say("cell.all"), "", t(say, totals.reference), t(say, totals.project), t_or_unknown(say, totals.displaced)});
    return table;
}

PlainTable projects_table(const Strings& say, const AuditCase& audit, const AuditResult& results, std::size_t most) {
    PlainTable table{
        {say("column.project"), say("column.lost_ha"), say("column.expected_tCO2e"), say("column.emitted_tCO2e"),
         say("column.displaced_tCO2e"), say("column.credits"), say("column.status")},
        {},
        {0, 6}};
    for (std::size_t zone = 0; zone < audit.zones.size() && table.rows.size() < most; ++zone) {
        const ZoneStatement* const result = default_answer(results, zone);
        if (audit.zones[zone].zone.role != ZoneRole::project || result == nullptr) continue;
        const std::string& name = audit.zones[zone].zone.name;
        if (!result->answer.given()) {
            // What was expected may be known although nothing else is.
            const auto readings = readings_of(results.readings, zone);
            const auto reading = std::ranges::find(readings, results.default_reading, &ReadingResult::reading);
            const bool is_expected = reading != readings.end() && reading->reference;
            table.rows.push_back({name, "", is_expected ? t(say, *reading->reference) : "", "", "", "",
                                  status_text(say, result->answer)});
            continue;
        }
        const Statement& statement = result->answer.value();
        Hectares lost;
        for (const StratumBalance& stratum : statement.strata)
            lost += stratum.observed_area;
        const CreditTotals& totals = statement.totals;
        table.rows.push_back({name, ha(say, lost), t(say, totals.reference), t(say, totals.project),
                              t_or_unknown(say, totals.displaced), say.grouped(totals.credits.tCO2e),
                              status_text(say, result->answer)});
    }
    return table;
}

PlainTable ledger_table(const Strings& say, const Statement& statement) {
    PlainTable table{{say("column.account"), say("column.year"), "tCO2e"}, {}};
    for (const Posting& posting : statement.ledger.postings()) {
        table.rows.push_back({std::string(to_string(posting.account)) + " (" + posting.text + ")",
                              posting.year ? std::to_string(posting.year->value()) : "",
                              three_decimals(say, posting.amount_kgCO2e)});
    }
    table.rows.push_back({say("cell.sum"), "", three_decimals(say, statement.ledger.balance_kgCO2e())});
    return table;
}

PlainTable loss_table(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    const int last = audit.codes.last().value();
    const std::size_t codes = audit.codes.last_code();
    const std::size_t recent = codes > 5 ? codes - 4 : 1;
    const int recent_year = audit.codes.year_of(static_cast<std::uint8_t>(recent)).value();
    const auto lost_between = [&](int first) {
        return say("column.lost_between", {{"first", std::to_string(first)}, {"last", std::to_string(last)}});
    };
    PlainTable table{{say("column.zone_and_type"), say("column.forest_2000_ha"),
                      lost_between(audit.codes.first().value()), lost_between(recent_year)},
                     {}};
    for (std::size_t zone = 0; zone < audit.zones.size(); ++zone) {
        const std::string& name = audit.zones[zone].zone.name;
        for (const StratumLoss& stratum : results.losses[zone].strata) {
            if (stratum.forest_2000.pixels == 0) continue;
            table.rows.push_back({say.joined("list.comma", {name, name_of(say, stratum)}),
                                  ha(say, hectares(stratum.forest_2000.area_cm2)),
                                  ha(say, hectares(all_loss(stratum).area_cm2)),
                                  ha(say, hectares(loss_between(stratum, recent, codes).area_cm2))});
        }
        Tally outside_recent;
        for (std::size_t code = recent; code <= codes; ++code)
            outside_recent += results.losses[zone].outside_by_code[code];
        table.rows.push_back({say.joined("list.comma", {name, say("cell.outside_forest")}), "",
                              ha(say, hectares(results.losses[zone].loss_outside_forest.area_cm2)),
                              ha(say, hectares(outside_recent.area_cm2))});
    }
    return table;
}

PlainTable canopy_table(const Strings& say, const AuditCase& audit, const AuditResult& results) {
    PlainTable table{{say("column.zone"), say("column.canopy_cover"), say("column.minimum_ha"),
                      say("column.forest_2000_ha"), say("column.loss_ha"), say("column.outside_forest_ha")},
                     {}};
    for (const CanopyRow& row : results.canopy) {
        if (row.forest.canopy_rule != audit.forest.canopy_rule) continue;
        table.rows.push_back({audit.zones[row.zone].zone.name,
                              (row.forest.canopy_rule == CanopyRule::greater ? "> " : ">= ") +
                                  say.number(shortest(row.forest.canopy_pct)) + " %",
                              say.number(shortest(row.forest.min_area_ha)), ha(say, hectares(row.forest_2000.area_cm2)),
                              ha(say, hectares(row.loss.area_cm2)),
                              ha(say, hectares(row.loss_outside_forest.area_cm2))});
    }
    return table;
}

PlainTable factor_table(const Strings& say, const CarbonTable& factors) {
    PlainTable table{{say("column.stratum"), "tC/ha", "tCO2e/ha", say("column.source")}, {}, {0, 3}};
    for (const auto& [stratum, stock] : factors.stocks) {
        table.rows.push_back({stratum, say.number(shortest(stock.density().value())),
                              say.number(fixed(as_CO2e(stock.density()).value(), 1)), stock.source()});
    }
    return table;
}

}  // namespace reddline::report
