#include "pipeline/set_sums.hpp"

#include <span>

namespace reddline::pipeline {

std::vector<SetTables> set_tables(const std::vector<CrosstabSum>& sums,
                                  const std::vector<std::vector<std::uint32_t>>& sets) {
    std::map<std::uint32_t, SetTables> by_set;
    for (std::size_t i = 0; i < sums.size(); ++i) {
        for (auto& [set, table] : sums[i].by_set()) {
            SetTables& tables = by_set[set];
            tables.zones = sets[set];
            tables.tables.resize(sums.size());
            tables.tables[i] = table;
        }
    }
    std::vector<SetTables> all;
    for (const auto& [set, tables] : by_set)
        all.push_back(tables);
    return all;
}

SetSums::SetSums(kernels::TallyShape shape, std::size_t min_areas) : sums_(min_areas, CrosstabSum(shape)) {}

void SetSums::add(const std::vector<SetTables>& counted) {
    for (const SetTables& set : counted) {
        const auto [place, is_new] = numbers_.try_emplace(set.zones, static_cast<std::uint32_t>(sets_.size()));
        if (is_new) sets_.push_back(set.zones);
        for (std::size_t i = 0; i < sums_.size(); ++i)
            sums_[i].add(place->second, std::span(&set.tables.at(i), 1));
    }
}

std::vector<CrosstabOfArea> SetSums::crosstabs(const std::vector<double>& min_areas_ha, std::size_t zones,
                                               std::size_t maps, std::int64_t pixels_read) const {
    std::vector<CrosstabOfArea> tables;
    for (std::size_t i = 0; i < sums_.size(); ++i) {
        tables.push_back({min_areas_ha.at(i), sums_[i].by_zone(zones, maps, sets_, pixels_read - sums_[i].pixels())});
    }
    return tables;
}

}  // namespace reddline::pipeline
