#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>

namespace reddline::pipeline {

/// Threads that this process may use: as many cores as its affinity mask and its control groups allow, never the machine's count. A
/// part of a core counts as a whole one.
[[nodiscard]] std::size_t available_threads();

/// Cores that the control groups of this process grant in all, of version 1 or 2: the smallest quota of its group and of those
/// around it; nothing where none is set.
///
/// `root` is where the file system begins.
[[nodiscard]] std::optional<double> granted_cores(const std::filesystem::path& root = "/");

}  // namespace reddline::pipeline
