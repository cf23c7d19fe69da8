#include "pipeline/sample_class_table.hpp"

#include <algorithm>
#include <cassert>

namespace reddline::pipeline {

namespace {

constexpr std::size_t byte_values = 256;

/// The names of loss, forest near it and other forest, of all types or of one.
struct ForestNames {
    std::string loss;
    std::string near_loss;
    std::string forest;
};

ForestNames names_of(const std::string& type) {
    if (type.empty()) return {"loss", "forest near loss", "forest"};
    return {"loss of " + type, type + " near loss", type};
}

}  // namespace

SampleClassTable::SampleClassTable(const CrosstabRules& rules, const SampleRules& design)
    : by_strata_{design.classes == SampleClasses::map_class} {
    const auto map = std::ranges::find(rules.maps, design.map, &StrataMap::name);
    if (map != rules.maps.end()) layer_ = static_cast<std::size_t>(map - rules.maps.begin());
    assert(design.map.empty() || map != rules.maps.end());
    if (by_strata_) {
        set_map_classes(map->legend);
    } else {
        set_change(rules, design);
    }
}

std::uint16_t SampleClassTable::add(const SampleClass& one) {
    const auto number = static_cast<std::uint16_t>(classes_.size());
    classes_.push_back(one);
    is_loss_.push_back(false);
    near_loss_.push_back(number);
    return number;
}

/// Adds the classes of all forest, or of one type.
void SampleClassTable::add_forest(const std::string& type, const SampleRules& design, std::uint16_t& loss,
                                  std::uint16_t& forest) {
    const ForestNames names = names_of(type);
    loss = add({names.loss, names.loss});
    is_loss_[loss] = true;
    const bool has_near = design.near_loss_pixels > 0;
    const std::uint16_t near = has_near ? add({names.near_loss, names.forest}) : none;
    forest = add({names.forest, names.forest});
    if (has_near) near_loss_[forest] = near;
}

void SampleClassTable::set_change(const CrosstabRules& rules, const SampleRules& design) {
    const MapValues values = map_values_of(rules)[layer_];
    const bool by_type = design.classes == SampleClasses::change_by_type;
    const std::uint8_t first = rules.codes.code_of(*design.first_year).value();
    const std::uint8_t last = rules.codes.code_of(*design.last_year).value();
    const Legend* const legend = design.map.empty() ? nullptr : &rules.maps[layer_].legend;
    std::vector<std::uint16_t> loss_of(values.strata() + 1, none);
    std::vector<std::uint16_t> forest_of(values.strata() + 1, none);
    for (std::size_t stratum = 0; stratum <= values.strata(); ++stratum) {
        const bool has_stratum = legend != nullptr && stratum < legend->strata().size();
        if (legend != nullptr && (!has_stratum || legend->strata()[stratum].kind != StratumKind::forest)) continue;
        if (by_type || classes_.empty()) {
            add_forest(by_type ? legend->strata()[stratum].name : "", design, loss_of[stratum], forest_of[stratum]);
        } else {
            loss_of[stratum] = 0;  // the first class of all forest
            forest_of[stratum] = static_cast<std::uint16_t>(classes_.size() - 1);
        }
    }
    const std::uint16_t other = add({"other land", "other land"});
    class_of_value_.assign(std::size_t{values.largest()} + 1, none);
    class_of_value_[MapValues::not_forest] = other;
    class_of_value_[MapValues::not_forest_lost] = other;
    for (std::size_t stratum = 0; stratum <= values.strata(); ++stratum) {
        for (std::uint8_t code = 0; code <= values.last_code(); ++code) {
            const bool is_forest = loss_of[stratum] != none;
            const bool is_lost = code >= first && code <= last;
            const bool was_lost = code > 0 && code < first;
            const std::uint16_t of_forest = is_lost ? loss_of[stratum] : forest_of[stratum];
            class_of_value_[values.of(stratum, code)] = is_forest && !was_lost ? of_forest : other;
        }
    }
}

void SampleClassTable::set_map_classes(const Legend& legend) {
    class_of_value_.assign(byte_values, none);
    for (std::size_t stratum = 0; stratum < legend.strata().size(); ++stratum) {
        const std::string& name = legend.strata()[stratum].name;
        class_of_value_[StrataValues::of(stratum)] = add({name, name});
    }
}

void SampleClassTable::classify(const MapTile& tile, std::vector<std::uint16_t>& classes) const {
    const auto class_of = [&](std::uint16_t value) { return class_of_value_[value]; };
    const auto set = [&](const auto& values) {
        classes.resize(values.size());
        std::ranges::transform(values, classes.begin(), class_of);
    };
    if (by_strata_) return set(tile.strata[layer_]);
    set(tile.loss[layer_]);
}

}  // namespace reddline::pipeline
