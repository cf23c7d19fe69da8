#include "gdal_io/fixed_date.hpp"

#include <cpl_conv.h>

namespace reddline::gdal_io {

FixedDate::FixedDate() {
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", no_clock);
}

FixedDate::~FixedDate() {
    CPLSetThreadLocalConfigOption("OGR_CURRENT_DATE", nullptr);
}

}  // namespace reddline::gdal_io
