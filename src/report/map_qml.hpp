#pragma once

#include <string>

#include "domain/map_look.hpp"

namespace reddline::report {

/// The style of a map of classes, as QGIS reads it from a .qml file beside the map.
[[nodiscard]] std::string raster_qml(const MapLook& look);

/// The style of the layer `zones` of zones.gpkg: outlines by role, with names.
[[nodiscard]] std::string zones_qml();

}  // namespace reddline::report
