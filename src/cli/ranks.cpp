#include "cli/ranks.hpp"

#include <dlfcn.h>

#include <cstdint>
#include <filesystem>

#include "cli/version.hpp"
#include "domain/error.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* variable = "REDDLINE_MPI";
constexpr const char* remedy =
    "; build the module for this MPI, or set REDDLINE_MPI=none to let each process go by its own number";

/// Where the module lies beside this program, built or installed.
fs::path usual_module() {
    std::error_code ignored;
    const fs::path program = fs::read_symlink("/proc/self/exe", ignored);
    return (program.parent_path() / mpi_module_place).lexically_normal();
}

const mpi::Module* module_in(const fs::path& path, std::string& reason) {
    // MPI opens plug-ins of its own, which look for its symbols among those of all.
    void* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_GLOBAL);
    void* const entry = library == nullptr ? nullptr : dlsym(library, mpi::entry_name);
    if (entry == nullptr) {
        reason = dlerror();
        return nullptr;
    }
    const mpi::Module* const module = reinterpret_cast<const mpi::Module* (*)()>(entry)();
    if (module->interface == mpi::interface_version) return module;
    reason = "it was built for another version of this program";
    return nullptr;
}

}  // namespace

OpenedModule open_mpi_module(const Placement& placement, const Environment& environment) {
    const std::string asked = environment(variable).value_or("");
    OpenedModule opened;
    if (asked == "none") {
        opened.is_unwanted = true;
        opened.reason = "REDDLINE_MPI is none";
        return opened;
    }
    if (placement.protocol == LauncherProtocol::none) {
        opened.reason = "the launcher is not one of MPI";
        return opened;
    }
    const fs::path path = asked.empty() ? usual_module() : fs::path(asked);
    if (asked.empty() && !fs::exists(path)) {
        opened.reason = "this build has no MPI module";
        return opened;
    }
    opened.module = module_in(path, opened.reason);
    if (opened.module == nullptr && !asked.empty()) {
        throw Error(
            ErrorCode::usage, variable,
            "expected the path of an MPI module of this program, found " + asked + ": " + opened.reason + remedy);
    }
    // Open MPI would end the program with a page of words of its own.
    if (opened.module != nullptr && std::string_view(opened.module->library) == "Open MPI" &&
        placement.protocol == LauncherProtocol::pmi) {
        opened.module = nullptr;
        opened.reason = "the MPI module is for Open MPI, which does not speak PMI";
    }
    return opened;
}

Ranks::Ranks(const mpi::Module& module, const Placement& placement) : module_{module} {
    const char* const failure = module_.start();
    const std::string library = module_.library;
    if (failure != nullptr) {
        module_.finish();
        throw Error(ErrorCode::usage, "MPI", "expected " + library + " to work, found that " + failure + remedy);
    }
    if (count() == placement.task.count && rank() == placement.task.index) return;
    const std::string seen = "rank " + std::to_string(rank()) + " of " + std::to_string(count());
    module_.finish();
    throw Error(ErrorCode::usage, "MPI",
                "expected rank " + std::to_string(placement.task.index) + " of " +
                    std::to_string(placement.task.count) + " as the launcher announced (" + placement.task.origin +
                    "), found " + seen + " in " + library + ": launcher and module are of different MPIs" + remedy);
}

Ranks::~Ranks() {
    module_.finish();
}

int Ranks::together(MessageFormat format, const std::function<int()>& work) const {
    const int exit_code = exit_code_of_work(format, work);
    module_.leave(exit_code != 0);
    return module_.agree(exit_code);
}

std::optional<std::size_t> Ranks::next() const {
    const std::int64_t number = module_.next();
    return number < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(number));
}

void Ranks::send(std::size_t rank, std::string_view bytes) const {
    module_.send(static_cast<std::int32_t>(rank), bytes.data(), bytes.size());
}

std::string Ranks::receive(std::size_t rank) const {
    const auto from = static_cast<std::int32_t>(rank);
    std::string bytes(module_.size_from(from), '\0');
    module_.receive(from, bytes.data(), bytes.size());
    return bytes;
}

}  // namespace reddline::cli
