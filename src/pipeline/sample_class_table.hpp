#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/sample_design.hpp"
#include "pipeline/crosstab_rules.hpp"
#include "pipeline/map_painter.hpp"

namespace reddline::pipeline {

/// What pixels of a stratum have in common besides their zones.
struct SampleClass {
    std::string name;
    std::string map_class;  ///< what the maps call them
    friend auto operator<=>(const SampleClass&, const SampleClass&) = default;
};

/// Which class of a sample each painted pixel has: what was lost in the years, forest that stayed and other land, or the classes of a
/// strata map.
///
/// Forest is what the forest rule and, where the design names a map, its legend call forest. Forest that was lost before the years is
/// other land; forest that was lost after them stayed.
class SampleClassTable {
public:
    static constexpr std::uint16_t none = 0xFFFF;

    /// The design's map is one of the rules'.
    SampleClassTable(const CrosstabRules& rules, const SampleRules& design);

    [[nodiscard]] const std::vector<SampleClass>& classes() const { return classes_; }
    /// The class of each pixel of a tile, row by row: `none` outside zones, where nothing is counted, and where the design's map has
    /// no class.
    void classify(const MapTile& tile, std::vector<std::uint16_t>& classes) const;
    /// True for a class of pixels that were lost in the years.
    [[nodiscard]] bool is_loss(std::uint16_t sample_class) const { return is_loss_[sample_class]; }
    /// What a pixel of the class is where loss is near: itself but for forest that stayed.
    [[nodiscard]] std::uint16_t near_loss(std::uint16_t sample_class) const { return near_loss_[sample_class]; }

private:
    std::uint16_t add(const SampleClass& one);
    void add_forest(const std::string& type, const SampleRules& design, std::uint16_t& loss, std::uint16_t& forest);
    void set_change(const CrosstabRules& rules, const SampleRules& design);
    void set_map_classes(const Legend& legend);

    std::vector<SampleClass> classes_;
    std::vector<bool> is_loss_;
    std::vector<std::uint16_t> near_loss_;
    std::vector<std::uint16_t> class_of_value_;  // of a loss map, or of a strata map
    std::size_t layer_ = 0;
    bool by_strata_ = false;
};

}  // namespace reddline::pipeline
