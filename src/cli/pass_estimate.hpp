#pragma once

#include <atomic>
#include <string>
#include <vector>

#include "cli/raster_pass.hpp"
#include "domain/audit_case.hpp"
#include "gdal_io/landscape.hpp"

namespace reddline::cli {

/// What the plan decodes, with what the patch filter needs around its windows.
[[nodiscard]] gdal_io::ReadingLoad load_of(const RasterInputs& rasters);

/// Which windows of a plan were tried; none where one of them cannot be counted.
enum class WindowsTried { none, some, all };

/// A few windows of a plan, counted to see how long all of them will take.
struct Trial {
    std::string time;                       ///< how long counting will take, in words, or why that is not known
    std::vector<CrosstabOfArea> crosstabs;  ///< of the windows tried; empty where none was
    WindowsTried tried = WindowsTried::none;
};

/// Counts windows from all over the plan, about half a second long.
///
/// Errors: Error{stopped}.
[[nodiscard]] Trial try_windows(const RasterInputs& rasters, const AuditCase& audit, const std::atomic<bool>& stop);

}  // namespace reddline::cli
