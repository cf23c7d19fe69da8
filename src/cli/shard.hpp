#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>

namespace reddline::cli {

/// Which of the units of a plan a process does: those whose number leaves `index` when divided by `count`.
struct Shard {
    std::size_t index = 0;
    std::size_t count = 1;
    std::string origin = "alone";  ///< what said so, for people

    [[nodiscard]] bool takes(std::size_t unit) const { return unit % count == index; }
};

/// How a launcher tells a program of MPI where it stands; none for one that starts any program.
enum class LauncherProtocol { none, pmix, pmi };

/// Where a process stands among those that were started with it.
struct Placement {
    Shard array;  ///< its task of a Slurm array
    Shard task;   ///< its task of those that a launcher started together
    LauncherProtocol protocol = LauncherProtocol::none;

    /// The shards of all tasks of all tasks of the array.
    [[nodiscard]] Shard shard() const;
};

/// The value of an environment variable; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// Looks for several tasks of an MPI launcher or of a Slurm step, and for a Slurm array task.
///
/// Errors: Error{usage} when a launcher says too little or contradicts itself.
[[nodiscard]] Placement placement_of(const Environment& environment);

/// The shard that an option names: `i/n`.
///
/// Errors: Error{usage}.
[[nodiscard]] Shard shard_of(const std::string& text);

/// The environment of this process.
[[nodiscard]] std::optional<std::string> process_environment(const std::string& name);

}  // namespace reddline::cli
