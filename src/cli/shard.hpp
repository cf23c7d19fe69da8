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
    std::string origin;  ///< what said so, for people

    [[nodiscard]] bool takes(std::size_t unit) const { return unit % count == index; }
};

/// The value of an environment variable; nothing where it is not set.
using Environment = std::function<std::optional<std::string>(const std::string& name)>;

/// The shard that an option asks for: `i/n`, or `auto`, which looks for several tasks of an MPI launcher or of a Slurm step, and
/// for a Slurm array task; where a task of an array has several tasks of its own, the shards are all of theirs.
///
/// Errors: Error{usage} when the text is neither, or when a launcher says too little or contradicts itself.
[[nodiscard]] Shard shard_of(const std::string& text, const Environment& environment);

/// The environment of this process.
[[nodiscard]] std::optional<std::string> process_environment(const std::string& name);

}  // namespace reddline::cli
