#include "gdal_io/reference_system.hpp"

#include <cpl_conv.h>
#include <ogr_spatialref.h>

#include <array>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"

namespace reddline::gdal_io {

namespace {

ReferencePtr copy_of(const OGRSpatialReference& reference) {
    ReferencePtr copy(reference.Clone());
    copy->SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    return copy;
}

}  // namespace

void ReferenceReleaser::operator()(OGRSpatialReference* reference) const {
    reference->Release();
}

void TransformFreer::operator()(OGRCoordinateTransformation* transform) const {
    OGRCoordinateTransformation::DestroyCT(transform);
}

ReferencePtr known_reference(const OGRSpatialReference* reference, const std::string& subject) {
    const std::string what_to_do = "; assign the true one, for example with gdal_edit.py -a_srs or ogr2ogr -a_srs";
    if (reference == nullptr || reference->IsEmpty() != 0) {
        throw Error(ErrorCode::crs_missing, subject, "expected a coordinate reference system, found none" + what_to_do);
    }
    const std::string name = name_of(*reference);
    const bool has_place = reference->IsGeographic() != 0 || reference->IsProjected() != 0;
    if (!has_place || name.starts_with("Undefined")) {
        throw Error(
            ErrorCode::crs_missing, subject,
            "expected a geographic or projected coordinate reference system, found '" + name + "'" + what_to_do);
    }
    return copy_of(*reference);
}

ReferencePtr reference_from_wkt(const std::string& wkt) {
    OGRSpatialReference reference;
    reference.importFromWkt(wkt.c_str());
    return copy_of(reference);
}

ReferencePtr wgs84_reference() {
    OGRSpatialReference reference;
    reference.SetWellKnownGeogCS("WGS84");
    return copy_of(reference);
}

ReferencePtr geographic_base(const OGRSpatialReference& reference) {
    const ReferencePtr base(reference.CloneGeogCS());
    return copy_of(*base);
}

std::string wkt_of(const OGRSpatialReference& reference) {
    char* text = nullptr;
    const std::array<const char*, 2> options{"FORMAT=WKT2_2019", nullptr};
    reference.exportToWkt(&text, options.data());
    std::string wkt = text == nullptr ? "" : text;
    CPLFree(text);
    return wkt;
}

std::string name_of(const OGRSpatialReference& reference) {
    const char* name = reference.GetName();
    return name == nullptr ? "unnamed" : name;
}

bool same_reference(const OGRSpatialReference& a, const OGRSpatialReference& b) {
    const MessageCatcher catcher(Caught::everything);
    const std::array<const char*, 3> options{"IGNORE_DATA_AXIS_TO_SRS_AXIS_MAPPING=YES",
                                             "CRITERION=EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS", nullptr};
    return a.IsSame(&b, options.data()) != 0;
}

bool same_wkt(const std::string& a, const std::string& b) {
    return a == b || same_reference(*reference_from_wkt(a), *reference_from_wkt(b));
}

double degrees_per_unit(const OGRSpatialReference& geographic) {
    const double radians = geographic.GetAngularUnits(static_cast<const char**>(nullptr));
    const double degrees = radians * 180.0 / std::numbers::pi;
    // Degrees come as 0.0174532925199433 in many files; the cut digits mean nothing.
    return std::abs(degrees - 1.0) < 1e-12 ? 1.0 : degrees;
}

PointTransform::PointTransform(const OGRSpatialReference& from, const OGRSpatialReference& to,
                               const std::string& subject) {
    const MessageCatcher catcher;
    transform_.reset(OGRCreateCoordinateTransformation(&from, &to));
    if (!transform_) {
        throw Error(ErrorCode::crs_mismatch, subject,
                    "expected coordinates that can be carried from '" + name_of(from) + "' to '" + name_of(to) +
                        "', found no way; transform the file to the system of the loss tiles. " + catcher.first());
    }
}

void PointTransform::apply(std::span<double> x, std::span<double> y) const {
    const MessageCatcher catcher;
    std::vector<int> success(x.size());
    transform_->Transform(static_cast<int>(x.size()), x.data(), y.data(), nullptr, success.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
        if (success[i] != 0 && std::isfinite(x[i]) && std::isfinite(y[i])) continue;
        x[i] = std::numeric_limits<double>::infinity();
        y[i] = std::numeric_limits<double>::infinity();
    }
}

}  // namespace reddline::gdal_io
