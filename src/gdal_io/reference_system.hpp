#pragma once

#include <memory>
#include <span>
#include <string>

class OGRSpatialReference;
class OGRCoordinateTransformation;

namespace reddline::gdal_io {

/// Gives up one share of a reference system.
struct ReferenceReleaser {
    void operator()(OGRSpatialReference* reference) const;
};
/// A coordinate reference system whose coordinates come as x, y or longitude, latitude, whatever its axes
/// say.
using ReferencePtr = std::unique_ptr<OGRSpatialReference, ReferenceReleaser>;

/// A copy with x, y order; `subject` is the file it comes from.
///
/// Errors: Error{crs_missing} when there is none, or a local one that has no place on the Earth.
[[nodiscard]] ReferencePtr known_reference(const OGRSpatialReference* reference, const std::string& subject);

/// The reference system of a text that GDAL wrote.
[[nodiscard]] ReferencePtr reference_from_wkt(const std::string& wkt);

/// WGS 84, longitude and latitude in degrees (EPSG:4326).
[[nodiscard]] ReferencePtr wgs84_reference();

/// The geographic system beneath a projected one; of a geographic one, itself.
[[nodiscard]] ReferencePtr geographic_base(const OGRSpatialReference& reference);

/// The system as text.
[[nodiscard]] std::string wkt_of(const OGRSpatialReference& reference);

/// The system's name, for messages.
[[nodiscard]] std::string name_of(const OGRSpatialReference& reference);

/// True when both give the same coordinates to the same places.
[[nodiscard]] bool same_reference(const OGRSpatialReference& a, const OGRSpatialReference& b);

/// The same for systems as text.
[[nodiscard]] bool same_wkt(const std::string& a, const std::string& b);

/// Degrees per unit of a geographic system.
[[nodiscard]] double degrees_per_unit(const OGRSpatialReference& geographic);

/// Frees a transformation.
struct TransformFreer {
    void operator()(OGRCoordinateTransformation* transform) const;
};

/// Carries points from one system to another. Serves one thread.
class PointTransform {
public:
    /// `subject` is the file the points belong to.
    ///
    /// Errors: Error{crs_mismatch} when no way leads from one to the other.
    PointTransform(const OGRSpatialReference& from, const OGRSpatialReference& to, const std::string& subject);

    /// Moves the points in place; a point that has no place in the other system becomes infinite.
    ///
    /// Each point's result depends on that point alone, so pieces of any size give the same numbers.
    void apply(std::span<double> x, std::span<double> y) const;

private:
    std::unique_ptr<OGRCoordinateTransformation, TransformFreer> transform_;
};

}  // namespace reddline::gdal_io
