#include "inputs/claim_table.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <set>
#include <tuple>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/known_stratum.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

constexpr std::array claim_items{ClaimItem::reference_level, ClaimItem::project_emissions,
                                 ClaimItem::displaced_emissions, ClaimItem::reductions, ClaimItem::credits};

void expect_lines(const CsvTable& table) {
    if (table.rows() > 0) return;
    throw Error(ErrorCode::table_malformed, table.name(),
                "expected at least one line below the columns, found none; add one");
}

LossYear read_year(const CsvTable& table, std::size_t row, const std::optional<MonitoringPeriod>& monitoring) {
    const std::int64_t year = table.integer(row, "year");
    if (year < 1 || year > last_year_of_dates) table.fail(row, "year", "a year such as 2018");
    const LossYear loss_year{static_cast<int>(year)};
    if (monitoring && (loss_year < monitoring->first_year() || loss_year > monitoring->last_year())) {
        table.fail(
            row, "year",
            "a year of the monitoring period, " + std::to_string(monitoring->first_year().value()) + " to " +
                std::to_string(monitoring->last_year().value()),
            "correct this line, or leave [claim] out, its amounts too, where the question is about another period");
    }
    return loss_year;
}

ReportedLoss read_loss(const CsvTable& table, std::size_t row, const AuditCase& audit) {
    ReportedLoss loss{.zone = table.filled(row, "zone"),
                      .from = read_known_stratum(table, row, "from", audit),
                      .to = std::nullopt,
                      .year = read_year(table, row, audit.monitoring),
                      .area = Hectares::of(table.number(row, "area_ha"))};
    if (loss.area < Hectares{}) table.fail(row, "area_ha", "an area of at least 0 ha");
    if (table.has("to") && !table.text(row, "to").empty()) loss.to = read_known_stratum(table, row, "to", audit);
    return loss;
}

ClaimItem read_item(const CsvTable& table, std::size_t row) {
    const std::string& name = table.text(row, "item");
    std::vector<std::string> known;
    for (const ClaimItem item : claim_items) {
        if (to_string(item) == name) return item;
        known.emplace_back(to_string(item));
    }
    table.fail(row, "item", "one of " + joined(known) + " (the nearest is " + nearest_name(name, known) + ")");
}

TonnesCO2e read_amount(const CsvTable& table, std::size_t row, ClaimItem item) {
    const double amount_tCO2e = table.number(row, "value");
    if (table.text(row, "unit") != "tCO2e") table.fail(row, "unit", "tCO2e, for the whole monitoring period");
    if (item == ClaimItem::credits && amount_tCO2e < 0.0) table.fail(row, "value", "credits of at least 0");
    return TonnesCO2e::of(amount_tCO2e);
}

void expect_no_contradiction(const CsvTable& table, std::size_t row, ClaimItem item, TonnesCO2e amount,
                             const std::map<ClaimItem, TonnesCO2e>& stated) {
    const auto other = stated.find(item);
    if (other == stated.end() || other->second == amount) return;
    table.fail(
        row, "value",
        fixed(other->second.value(), 0) + " tCO2e of " + std::string(to_string(item)) + " as [claim] says itself");
}

}  // namespace

std::vector<ReportedLoss> parse_claimed_losses(std::string_view text, const std::string& name, const AuditCase& audit) {
    const CsvTable table{text, name};
    table.expect_columns({"zone", "from", "year", "area_ha"}, {"to"});
    expect_lines(table);
    std::vector<ReportedLoss> losses;
    std::set<std::tuple<std::string, std::string, std::optional<std::string>, LossYear>> seen;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        ReportedLoss loss = read_loss(table, row, audit);
        if (!seen.emplace(loss.zone, loss.from, loss.to, loss.year).second) {
            throw Error(ErrorCode::table_malformed, table.place(row),
                        "expected every loss of a zone and year once, found " + in_quotes(loss.from) + " in " +
                            in_quotes(loss.zone) + ", " + std::to_string(loss.year.value()) +
                            ", again; add the areas up in one line");
        }
        losses.push_back(std::move(loss));
    }
    return losses;
}

std::map<ClaimItem, TonnesCO2e> parse_claimed_items(std::string_view text, const std::string& name,
                                                    const std::map<ClaimItem, TonnesCO2e>& stated) {
    const CsvTable table{text, name};
    table.expect_columns({"item", "value", "unit"}, {});
    expect_lines(table);
    std::map<ClaimItem, TonnesCO2e> items;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        const ClaimItem item = read_item(table, row);
        const TonnesCO2e amount = read_amount(table, row, item);
        expect_no_contradiction(table, row, item, amount, stated);
        if (!items.emplace(item, amount).second) table.fail(row, "item", "every item once");
    }
    items.insert(stated.begin(), stated.end());
    return items;
}

}  // namespace reddline::inputs
