#include "inputs/national_entry.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <string>

#include "domain/joined.hpp"
#include "inputs/history_entry.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/zone_entries.hpp"

namespace reddline::inputs {

namespace {

/// A key, and how the audit file calls the nation's total of it.
struct KeyTotal {
    ShareKey key;
    const char* total;
};

constexpr std::array<KeyTotal, 4> keys{{
    {ShareKey::forest_area, "forest_area_ha"},
    {ShareKey::carbon_stock, "carbon_stock_tC"},
    {ShareKey::past_area_change, "area_change_ha_per_year"},
    {ShareKey::past_stock_change, "stock_change_tCO2e_per_year"},
}};

/// A number above 0: what is shared out, and what it is divided by.
double read_amount(const TomlField& field) {
    const double amount = field.number(0.0, std::numeric_limits<double>::infinity());
    if (amount <= 0.0) field.fail("a number above 0", "write such a number");
    return amount;
}

std::vector<std::string> names_of_totals() {
    std::vector<std::string> names;
    for (const KeyTotal& key : keys)
        names.emplace_back(key.total);
    return names;
}

std::vector<KeyTotal> named_keys(const TomlField& share) {
    std::vector<std::string> names;
    for (const KeyTotal& key : keys)
        names.emplace_back(to_string(key.key));
    std::vector<KeyTotal> named;
    for (const TomlField& value : share.one_or_more()) {
        const auto chosen = std::ranges::find(names, value.choice(names)) - names.begin();
        const KeyTotal& key = keys.at(static_cast<std::size_t>(chosen));
        if (std::ranges::find(named, key.key, &KeyTotal::key) != named.end()) {
            value.fail("every key once", "remove it");
        }
        named.push_back(key);
    }
    return named;
}

std::vector<KeyTotal> keys_of(const TomlTable& national) {
    if (const auto share = national.find("share")) return named_keys(*share);
    if (national.find("jurisdiction")) return {keys.begin(), keys.end()};
    std::vector<KeyTotal> given;
    for (const KeyTotal& key : keys) {
        if (national.find(key.total)) given.push_back(key);
    }
    if (given.empty()) {
        national.fail("expected in reference_level.national a total of the nation (" + joined(names_of_totals()) +
                      ") or a jurisdiction, found none; add what the level is shared out by");
    }
    return given;
}

bool is_past_change(ShareKey key) {
    return key == ShareKey::past_area_change || key == ShareKey::past_stock_change;
}

/// Stops where the key lacks what it needs: the nation's total, and for past change a history.
void expect_complete(const TomlTable& national, const KeyTotal& key) {
    const std::string name = in_quotes(to_string(key.key));
    if (!national.find(key.total) && !national.find("jurisdiction")) {
        national.fail("expected in reference_level.national, to share by " + name + ", the key " +
                      in_quotes(key.total) + " or a jurisdiction, found neither; add one of them");
    }
    if (is_past_change(key.key) && !national.find("history")) {
        national.fail("expected in reference_level.national, to share by " + name +
                      ", the key \"history\", found none; add it, or name in \"share\" what the level is shared by");
    }
}

}  // namespace

std::vector<NationalLevel> read_national(const TomlTable& national, const AuditFile& known) {
    std::vector<std::string> optional = names_of_totals();
    optional.insert(optional.begin(), "share");
    optional.insert(optional.end(), {"jurisdiction", "history"});
    national.expect_keys({"value_tCO2e_per_year", "source"}, optional);
    const auto per_year = TonnesCO2e::of(read_amount(national.at("value_tCO2e_per_year")));
    const std::string source = national.at("source").text();
    const auto zone = national.find("jurisdiction");
    const std::string jurisdiction = zone ? read_zone_name(*zone, known) : std::string{};
    std::optional<HistoryRule> history;
    if (const auto field = national.find("history")) history = read_history(*field, known, {});
    std::vector<NationalLevel> levels;
    for (const KeyTotal& key : keys_of(national)) {
        expect_complete(national, key);
        NationalLevel level{per_year, key.key, std::nullopt, jurisdiction, std::nullopt, source};
        if (const auto total = national.find(key.total)) {
            level.total = read_amount(*total);
            level.jurisdiction.clear();
        }
        if (is_past_change(key.key)) level.history = history;
        levels.push_back(level);
    }
    return levels;
}

}  // namespace reddline::inputs
