#include "cli/shard.hpp"

#include <cstdint>
#include <cstdlib>

#include "domain/error.hpp"
#include "domain/number_text.hpp"

namespace reddline::cli {

namespace {

[[noreturn]] void fail(const std::string& message) {
    throw Error(ErrorCode::usage, "--shard", message);
}

/// A variable that must hold a whole number that is not negative.
std::int64_t number_in(const Environment& environment, const std::string& name) {
    const auto text = environment(name);
    if (!text) fail("expected the launcher to set " + name + ", found that it does not; give --shard i/n instead");
    const auto number = parse_integer(*text);
    if (!number || *number < 0) {
        fail("expected a whole number in " + name + ", found '" + *text + "'; give --shard i/n instead");
    }
    return *number;
}

Shard checked(std::int64_t index, std::int64_t count, const std::string& origin) {
    if (count < 1 || index >= count) {
        fail("expected a shard from 0 to " + std::to_string(count - 1) + ", found " + std::to_string(index) + " (" +
             origin + "); give --shard i/n instead");
    }
    return {static_cast<std::size_t>(index), static_cast<std::size_t>(count), origin};
}

/// A launcher's variables for how many tasks there are, and which one this is.
struct Launcher {
    const char* name;
    const char* known_by;
    const char* tasks;
    const char* task;
    LauncherProtocol protocol;
};

constexpr Launcher launchers[]{
    {"Open MPI", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_RANK", LauncherProtocol::pmix},
    {"PMIx under Slurm", "PMIX_RANK", "SLURM_STEP_NUM_TASKS", "PMIX_RANK", LauncherProtocol::pmix},
    {"PMI", "PMI_RANK", "PMI_SIZE", "PMI_RANK", LauncherProtocol::pmi},
    {"Slurm step", "SLURM_STEP_NUM_TASKS", "SLURM_STEP_NUM_TASKS", "SLURM_PROCID", LauncherProtocol::none},
};

void find_launcher(const Environment& environment, Placement& placement) {
    for (const Launcher& launcher : launchers) {
        if (!environment(launcher.known_by)) continue;
        const std::int64_t tasks = number_in(environment, launcher.tasks);
        if (tasks == 1) continue;
        placement.task = checked(number_in(environment, launcher.task), tasks, launcher.name);
        placement.protocol = launcher.protocol;
        return;
    }
}

Shard task_of_array(const Environment& environment) {
    if (!environment("SLURM_ARRAY_TASK_ID")) return {};
    const std::int64_t first = number_in(environment, "SLURM_ARRAY_TASK_MIN");
    const std::int64_t count = number_in(environment, "SLURM_ARRAY_TASK_COUNT");
    const std::int64_t step =
        environment("SLURM_ARRAY_TASK_STEP") ? number_in(environment, "SLURM_ARRAY_TASK_STEP") : 1;
    const std::int64_t index = number_in(environment, "SLURM_ARRAY_TASK_ID") - first;
    if (index < 0 || step < 1 || index % step != 0) {
        fail("expected the numbers of a Slurm array in equal steps, found task " + std::to_string(index + first) +
             " of an array from " + std::to_string(first) + " in steps of " + std::to_string(step) +
             "; use --array=0-N, or give --shard i/n");
    }
    return checked(index / step, count, "Slurm array task");
}

}  // namespace

Shard Placement::shard() const {
    if (array.count == 1) return task;
    if (task.count == 1) return array;
    return {array.index * task.count + task.index, array.count * task.count, array.origin + ", " + task.origin};
}

Placement placement_of(const Environment& environment) {
    Placement placement;
    placement.array = task_of_array(environment);
    find_launcher(environment, placement);
    return placement;
}

Shard shard_of(const std::string& text) {
    const std::size_t slash = text.find('/');
    const auto index = parse_integer(text.substr(0, slash));
    const auto count = slash == std::string::npos ? std::nullopt : parse_integer(text.substr(slash + 1));
    if (!index || !count || *index < 0 || *count < 1 || *index >= *count) {
        fail("expected auto or i/n with i from 0 to n - 1, such as 0/4, found '" + text + "'");
    }
    return {static_cast<std::size_t>(*index), static_cast<std::size_t>(*count), "as asked"};
}

std::optional<std::string> process_environment(const std::string& name) {
    const char* const value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

}  // namespace reddline::cli
