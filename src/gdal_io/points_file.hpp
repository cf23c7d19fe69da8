#pragma once

#include <string>
#include <vector>

#include "domain/sample_design.hpp"
#include "raster/grid.hpp"

namespace reddline::gdal_io {

/// Sets longitude and latitude of the points: the centres of their pixels, WGS 84.
///
/// `subject` names the grid's file in messages.
/// Errors: Error{crs_mismatch} where the grid's reference system has no place there.
void set_coordinates(std::vector<SamplePoint>& points, const raster::Grid& grid, const std::string& subject);

/// Writes the points for people who look at them: a GeoPackage with the layers `points`, the centres, and `pixels`, their outlines, in
/// the grid's reference system. It has the id, the order, and a field `reference` to fill in, and nothing that tells a stratum or a
/// class. The same points give the same bytes.
///
/// Errors: Error{output_failed}, which names `shown`.
void write_points(const std::vector<SamplePoint>& points, const raster::Grid& grid, const std::string& path,
                  const std::string& shown);

}  // namespace reddline::gdal_io
