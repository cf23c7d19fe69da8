#pragma once

#include <functional>
#include <string>
#include <vector>

namespace reddline::gdal_io {

/// Registers GDAL's drivers and routes its messages to `log` instead of the terminal. Call once, before
/// anything else here.
void start_gdal(std::function<void(const std::string&)> log);

/// The version of the GDAL library in use, such as "3.6.2".
[[nodiscard]] std::string gdal_version();

/// The version of the GEOS library that GDAL repairs geometries with; empty when GDAL was built without it.
[[nodiscard]] std::string geos_version();

/// The version of the PROJ library that reference systems and areas rest on.
[[nodiscard]] std::string proj_version();

/// The files a pattern names, sorted; a path without * ? [ names itself. Works on local and /vsi paths.
///
/// Errors: Error{missing_file} when nothing matches.
[[nodiscard]] std::vector<std::string> expand_paths(const std::vector<std::string>& patterns,
                                                    const std::string& folder);

/// `path` as seen from `folder`; absolute and /vsi paths stay as they are.
[[nodiscard]] std::string resolved(const std::string& path, const std::string& folder);

}  // namespace reddline::gdal_io
