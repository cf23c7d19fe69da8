#include "pipeline/biomass_tiles.hpp"

#include <algorithm>
#include <cstdint>
#include <span>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "domain/map_values.hpp"
#include "pipeline/layer_pixels.hpp"
#include "pipeline/map_painter.hpp"
#include "pipeline/window_painter.hpp"
#include "pipeline/window_pass.hpp"

namespace reddline::pipeline {

namespace {

using raster::BiomassLayer;

constexpr std::int64_t strip_rows = 32;    // whose places are kept at a time
constexpr std::uint16_t not_forest = 256;  // beyond every stratum of a map
constexpr unsigned stratum_bits = 8;

/// The forest of one stratum in one pixel of the biomass map.
struct Share {
    Tally forest;
    BiomassValue value;
};

/// Shares by the place of the biomass pixel, from 1 on so that 0 is nowhere, and the stratum.
using Shares = std::unordered_map<std::uint64_t, Share>;

std::uint64_t key_of(std::int64_t place, std::size_t stratum) {
    return (static_cast<std::uint64_t>(place + 1) << stratum_bits) | stratum;
}

std::int64_t place_of(std::uint64_t key) {
    return static_cast<std::int64_t>(key >> stratum_bits) - 1;
}

std::size_t stratum_of(std::uint64_t key) {
    return key & ((std::uint64_t{1} << stratum_bits) - 1);
}

std::size_t strata_of(const BiomassRules& rules) {
    return map_values_of(rules.pixels)[rules.map].strata();
}

/// The stratum of every value of the map of loss that is forest left after the year of the biomass.
std::vector<std::uint16_t> forest_of_values(const BiomassRules& rules) {
    const MapValues values = map_values_of(rules.pixels)[rules.map];
    const std::vector<StrataMap>& maps = rules.pixels.maps;
    std::vector<std::uint16_t> strata(std::size_t{values.largest()} + 1, not_forest);
    for (std::size_t stratum = 0; stratum <= values.strata(); ++stratum) {
        const bool is_known = !maps.empty() && stratum < values.strata();
        if (is_known && maps[rules.map].legend.strata()[stratum].kind == StratumKind::excluded) continue;
        for (std::size_t code = 0; code <= values.last_code(); ++code) {
            if (code != 0 && code <= rules.last_loss_code) continue;
            strata[values.of(stratum, static_cast<std::uint8_t>(code))] = static_cast<std::uint16_t>(stratum);
        }
    }
    return strata;
}

/// The strips of pixels that lie around a window, within the bounds.
std::vector<raster::Window> around(const raster::Window& window, const raster::Window& bounds) {
    const raster::Window all = grown(window, 1, bounds);
    return {{all.column, all.row, all.columns, window.row - all.row},
            {all.column, window.end_row(), all.columns, all.end_row() - window.end_row()},
            {all.column, window.row, window.column - all.column, window.rows},
            {window.end_column(), window.row, all.end_column() - window.end_column(), window.rows}};
}

/// What one thread reads with, and adds up.
class BiomassAdder : public WindowWorker {
public:
    BiomassAdder(WindowPainter painter, std::unique_ptr<BiomassLayer> layer, const BiomassRules& rules,
                 const raster::Window& bounds)
        : painter_{std::move(painter)},
          layer_{std::move(layer)},
          bounds_{bounds},
          map_{rules.map},
          forest_of_values_{forest_of_values(rules)},
          sums_(strata_of(rules) + 1) {}

    void announce(std::span<const raster::Window> windows) override { painter_.announce(windows); }
    void add(const raster::Window& window) override;

    /// What lies in biomass pixels that no other window holds.
    [[nodiscard]] const std::vector<BiomassSums>& sums() const { return sums_; }
    /// What lies in biomass pixels that other windows may hold as well.
    [[nodiscard]] const Shares& shared() const { return shared_; }

private:
    void collect_strip(const raster::Window& strip);
    void read_values();
    [[nodiscard]] std::unordered_set<std::int64_t> places_around_window();

    WindowPainter painter_;
    std::unique_ptr<BiomassLayer> layer_;
    raster::Window bounds_;  // of the zones
    std::size_t map_;
    std::vector<std::uint16_t> forest_of_values_;
    std::vector<std::int64_t> places_;
    Shares window_shares_;
    std::vector<BiomassSums> sums_;
    Shares shared_;
};

void BiomassAdder::add(const raster::Window& window) {
    painter_.paint(window);
    window_shares_.clear();
    const raster::Window& all = painter_.tile().window;
    for (std::int64_t row = all.row; row < all.end_row(); row += strip_rows)
        collect_strip({all.column, row, all.columns, std::min(strip_rows, all.end_row() - row)});
    read_values();
    const std::unordered_set<std::int64_t> outside = places_around_window();
    for (const auto& [key, share] : window_shares_) {
        if (!outside.contains(place_of(key))) {
            sums_[stratum_of(key)].add(share.forest, share.value);
            continue;
        }
        Share& shared = shared_[key];
        shared.forest += share.forest;
        shared.value = share.value;
    }
}

/// Adds the forest of some rows of the window to the shares of the biomass pixels that its centres lie in.
void BiomassAdder::collect_strip(const raster::Window& strip) {
    layer_->find_places(strip, places_);
    const MapTile& tile = painter_.tile();
    const std::vector<std::uint16_t>& values = tile.loss[map_];
    std::uint64_t last_key = 0;
    Share* last = nullptr;
    for (std::int64_t row = strip.row; row < strip.end_row(); ++row) {
        for (std::int64_t column = strip.column; column < strip.end_column(); ++column) {
            const std::uint16_t stratum = forest_of_values_[values[raster::index_in(tile.window, row, column)]];
            if (stratum == not_forest) continue;
            const std::uint64_t key = key_of(places_[raster::index_in(strip, row, column)], stratum);
            if (last == nullptr || key != last_key) last = &window_shares_[key];
            last_key = key;
            last->forest += Tally{1, areas_of(painter_.block(), row, column, column + 1).front()};
        }
    }
}

void BiomassAdder::read_values() {
    std::vector<std::int64_t> places;
    for (const auto& [key, share] : window_shares_)
        places.push_back(place_of(key));
    std::ranges::sort(places);
    const auto repeated = std::ranges::unique(places);
    places.erase(repeated.begin(), repeated.end());
    if (!places.empty() && places.front() == BiomassLayer::nowhere) places.erase(places.begin());
    std::vector<BiomassValue> values;
    layer_->read(places, values);
    for (auto& [key, share] : window_shares_) {
        const auto place = std::ranges::lower_bound(places, place_of(key));
        if (place != places.end() && *place == place_of(key)) {
            share.value = values[static_cast<std::size_t>(place - places.begin())];
        }
    }
}

/// The biomass pixels that hold centres of pixels beside the window, which another window may add.
std::unordered_set<std::int64_t> BiomassAdder::places_around_window() {
    std::unordered_set<std::int64_t> outside;
    for (const raster::Window& strip : around(painter_.tile().window, bounds_)) {
        if (strip.empty()) continue;
        layer_->find_places(strip, places_);
        outside.insert(places_.begin(), places_.end());
    }
    outside.erase(BiomassLayer::nowhere);
    return outside;
}

/// Adds up what the threads have; sums of whole numbers do not depend on the order.
class Total {
public:
    explicit Total(std::size_t strata) : sums_(strata) {}

    void add(const BiomassAdder& worker) {
        for (std::size_t stratum = 0; stratum < sums_.size(); ++stratum)
            sums_[stratum] += worker.sums()[stratum];
        for (const auto& [key, share] : worker.shared()) {
            Share& shared = shared_[key];
            shared.forest += share.forest;
            shared.value = share.value;
        }
    }
    [[nodiscard]] std::vector<BiomassSums> whole() const {
        std::vector<BiomassSums> sums = sums_;
        for (const auto& [key, share] : shared_)
            sums[stratum_of(key)].add(share.forest, share.value);
        return sums;
    }

private:
    std::vector<BiomassSums> sums_;
    Shares shared_;
};

}  // namespace

std::vector<BiomassSums> sum_biomass(const std::vector<raster::Band>& plan, const raster::Grid& grid,
                                     const raster::RunTable& zones, const raster::OpenStack& open_stack,
                                     const OpenBiomass& open_biomass, const BiomassRules& rules,
                                     const PassControl& control) {
    const MapPainter painter(rules.pixels, rules.forest);
    const auto workers = pass_over(plan, control, [&] {
        return std::make_unique<BiomassAdder>(
            WindowPainter(WindowReader(open_stack(), grid, rules.pixels), painter, zones), open_biomass(), rules,
            zones.bounds());
    });
    Total total(strata_of(rules) + 1);
    for (const auto& worker : workers)
        total.add(*worker);
    return total.whole();
}

}  // namespace reddline::pipeline
