#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "gdal_io/block_reader.hpp"
#include "gdal_io/landscape_layers.hpp"
#include "gdal_io/nearest_sampler.hpp"
#include "gdal_io/pixel_areas.hpp"
#include "raster/layer_stack.hpp"

namespace reddline::gdal_io {

/// Reads all layers of a landscape through handles of its own. One stack serves one thread.
class GdalLayerStack final : public raster::LayerStack {
public:
    /// The layers must outlive the stack.
    explicit GdalLayerStack(const LandscapeLayers& layers);

    void announce(std::span<const raster::Window> windows) override;
    void read(const raster::Window& window, raster::Block& block) override;
    [[nodiscard]] Error describe_unlisted(std::size_t map, std::int64_t column, std::int64_t row) override;

private:
    [[nodiscard]] std::int64_t bytes_to_keep(const raster::Window& window) const;
    void read_bytes(const ByteLayer& layer, const raster::Window& window, raster::Layer& pixels);
    void read_strata(std::size_t map, const raster::Window& window, raster::Layer& pixels);
    [[nodiscard]] std::optional<SourcePixel> source_of(std::size_t map, std::int64_t column, std::int64_t row) const;

    const LandscapeLayers* layers_;
    BlockReader reader_;
    PixelAreas areas_;
    std::vector<std::optional<NearestSampler>> samplers_;  // one per strata map; nothing where the map is on the grid
};

}  // namespace reddline::gdal_io
