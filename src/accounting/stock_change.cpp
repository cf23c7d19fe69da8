#include "accounting/stock_change.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "accounting/map_change.hpp"
#include "accounting/mapped_loss.hpp"

namespace reddline::accounting {

namespace {

std::optional<TonnesC> stock_of(const CarbonTable* factors, const std::string& stratum, Hectares area) {
    const CarbonStock* const stock = factors == nullptr ? nullptr : factors->find(stratum);
    if (stock == nullptr) return std::nullopt;
    return area * stock->density();
}

/// Sets the yearly change against the row before; both rows are of one stratum.
void set_change(const StockYear& before, StockYear& row) {
    if (!before.stock || !row.stock) return;
    row.yearly_change = (1.0 / (row.year.value() - before.year.value())) * (*row.stock - *before.stock);
}

std::set<std::string> forest_strata(const StrataMap& map) {
    std::set<std::string> names;
    for (const Stratum& stratum : map.legend.strata()) {
        if (stratum.kind == StratumKind::forest) names.insert(stratum.name);
    }
    return names;
}

}  // namespace

std::vector<StockYear> stock_by_loss(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    const CarbonTable* const factors = audit.factors_of(reading);
    const std::string strata = reading.strata_map ? audit.maps[*reading.strata_map].name : std::string{};
    // Before the map's date its strata are not those that stood there.
    const int first_year = reading.strata_map
                               ? std::max(audit.codes.first().value(), audit.maps[*reading.strata_map].year + 1)
                               : audit.codes.first().value();
    std::vector<StockYear> rows;
    for (const StratumLoss& stratum : workings.loss(zone, reading).strata) {
        if (stratum.kind != StratumKind::forest || stratum.forest_2000.pixels == 0) continue;
        for (int year = first_year; year <= audit.codes.last().value() + 1; ++year) {
            const Hectares area = hectares(forest_at_start(stratum, LossYear{year}, audit.codes).area_cm2);
            StockYear row{zone,
                          Route::loss,
                          strata,
                          stratum.stratum,
                          LossYear{year},
                          area,
                          stock_of(factors, stratum.stratum, area),
                          std::nullopt};
            if (year > first_year) set_change(rows.back(), row);
            rows.push_back(row);
        }
    }
    return rows;
}

Answer<std::vector<StockYear>> stock_by_maps(const Workings& workings, std::size_t zone, const Reading& reading) {
    const AuditCase& audit = workings.audit();
    const CarbonTable* const factors = audit.factors_of(reading);
    const auto pair = map_pair(audit);
    if (!pair.given()) return pair.refusal();
    const StrataMap& from_map = audit.maps[pair.value().from];
    const StrataMap& to_map = audit.maps[pair.value().to];
    if (forest_strata(from_map) != forest_strata(to_map)) {
        return Refusal{"the forest strata of " + from_map.name + " and " + to_map.name + " are not the same list"};
    }
    std::map<std::string, std::array<Tally, 2>> tallies;
    for (const MapTransition& transition : workings.map_changes(zone)) {
        const auto& from_strata = from_map.legend.strata();
        const auto& to_strata = to_map.legend.strata();
        if (transition.from >= from_strata.size() || transition.to >= to_strata.size()) continue;
        tallies[from_strata[transition.from].name][0] += transition.tally;
        tallies[to_strata[transition.to].name][1] += transition.tally;
    }
    std::vector<StockYear> rows;
    for (const std::string& stratum : forest_strata(from_map)) {
        const auto& [before, after] = tallies[stratum];
        const Hectares area_before = hectares(before.area_cm2);
        const Hectares area_after = hectares(after.area_cm2);
        rows.push_back({zone, Route::maps, from_map.name, stratum, LossYear{from_map.year}, area_before,
                        stock_of(factors, stratum, area_before), std::nullopt});
        StockYear row{zone,
                      Route::maps,
                      to_map.name,
                      stratum,
                      LossYear{to_map.year},
                      area_after,
                      stock_of(factors, stratum, area_after),
                      std::nullopt};
        set_change(rows.back(), row);
        rows.push_back(row);
    }
    return rows;
}

}  // namespace reddline::accounting
