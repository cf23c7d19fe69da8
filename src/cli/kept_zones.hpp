#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "cli/input_digests.hpp"
#include "cli/zones_on_tiles.hpp"

namespace reddline::cli {

/// Zones that were cut to pixels once, kept in a directory of parts, so that not every process has to cut them again. Only zones
/// of the same files, on the same grid, by the same program are taken from there.
class KeptZones {
public:
    /// Errors come when the zones are asked for.
    KeptZones(const std::string& directory, InputDigests& digests);

    /// The zones that the directory keeps, or cut now where it keeps others or none.
    ///
    /// Errors: those of cut_zones; those of InputDigests, of the files of the zones.
    [[nodiscard]] ZonesOnTiles zones_of(const LoadedTables& tables, const gdal_io::Landscape& landscape);

    /// Puts zones that had to be cut into the directory, which must be there by now.
    ///
    /// Errors: Error{output_failed}.
    void keep() const;

private:
    std::filesystem::path path_;
    InputDigests& digests_;
    std::optional<std::string> to_keep_;
};

}  // namespace reddline::cli
