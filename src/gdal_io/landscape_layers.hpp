#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "domain/stratum.hpp"
#include "gdal_io/block_reader.hpp"
#include "gdal_io/landscape.hpp"
#include "gdal_io/mosaic.hpp"
#include "gdal_io/pixel_codes.hpp"
#include "gdal_io/vector_strata.hpp"
#include "raster/grid.hpp"

namespace reddline::gdal_io {

/// A layer of the loss product, with the codes of its tiles.
struct ByteLayer {
    Mosaic mosaic;
    std::vector<ByteCodes> codes;            ///< one per tile
    std::vector<std::string> declares_zero;  ///< files that declare 0 as no data where it means "none of it"
};

/// A strata map, with the codes of its tiles or its polygons.
struct StrataLayer {
    StrataMap map;
    bool nearest = false;  ///< its tiles lie on lattices of their own
    Mosaic mosaic;         ///< no tiles when the map is made of polygons
    std::vector<StratumCodes> codes;
    std::unique_ptr<VectorStrata> polygons;

    [[nodiscard]] std::uint8_t no_stratum() const { return static_cast<std::uint8_t>(map.legend.strata().size()); }
};

/// All layers of a landscape, opened and placed. Threads share it and only look, except at `missing`, which
/// guards itself.
struct LandscapeLayers {
    raster::Grid grid;
    ByteLayer loss;
    ByteLayer cover;
    std::optional<ByteLayer> land;
    std::vector<StrataLayer> strata;
    MissingBlocks policy = MissingBlocks::stop;
    std::unique_ptr<MissingBlockCount> missing;
};

/// Opens all sources and checks that they fit each other.
///
/// Errors: those of Landscape.
[[nodiscard]] LandscapeLayers open_layers(const LandscapeSource& source);

/// The raster layers on the grid: the loss product's, then strata maps that need no resampling.
[[nodiscard]] std::vector<const Mosaic*> mosaics_on_grid(const LandscapeLayers& layers);

}  // namespace reddline::gdal_io
