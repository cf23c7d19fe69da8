#pragma once

#include "domain/audit_case.hpp"
#include "gdal_io/landscape.hpp"
#include "raster/run_table.hpp"

namespace reddline::cli {

/// Bytes that a run takes at most, with what it has taken to open its inputs: an estimate on the safe side.
struct MemoryNeed {
    double for_all = 0.0;     ///< however many threads there are
    double per_thread = 0.0;  ///< for each of them besides
};

/// What counting will take; to be asked once all inputs are opened.
///
/// Units:  `bytes_of_window` of a window with what the patch filter needs, and of its decoded blocks.
/// Errors: Error{usage} where the system does not tell how much memory is in use.
[[nodiscard]] MemoryNeed memory_need(const gdal_io::Landscape& landscape, const AuditCase& audit,
                                     const raster::RunTable& zones, double bytes_of_window);

}  // namespace reddline::cli
