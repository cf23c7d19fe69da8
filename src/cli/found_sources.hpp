#pragma once

#include <string>
#include <vector>

#include "gdal_io/source_facts.hpp"
#include "gdal_io/tile.hpp"
#include "inputs/loss_file_name.hpp"

namespace reddline::cli {

/// A tile of the loss product, by its name.
struct FoundTile {
    gdal_io::Tile tile;
    inputs::LossFileName name;
};

/// A file with polygons.
struct FoundPolygons {
    std::string path;
    std::vector<gdal_io::PolygonLayer> layers;
};

/// The files of folders that an audit may read, by path.
struct FoundSources {
    std::vector<FoundTile> tiles;
    std::vector<gdal_io::Tile> maps;  ///< every other raster of codes
    std::vector<FoundPolygons> polygons;
    std::vector<std::string> left_out;  ///< file and reason, for those that look like inputs and are none
};

/// Looks through folders, but not their subfolders, and asks GDAL what each file is. Side files, and files that others
/// are made of, stand for nothing by themselves.
///
/// Errors: Error{missing_file} for a folder that is none; those of open_tile for a tile of the loss product.
[[nodiscard]] FoundSources find_sources(const std::vector<std::string>& folders);

}  // namespace reddline::cli
