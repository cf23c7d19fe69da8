#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "cli/messages.hpp"
#include "cli/shard.hpp"
#include "mpi/mpi_module.hpp"

namespace reddline::cli {

/// The MPI module, or why it cannot be used.
struct OpenedModule {
    const mpi::Module* module = nullptr;
    std::string reason;        ///< why there is none
    bool is_unwanted = false;  ///< REDDLINE_MPI=none
};

/// Opens the MPI module for processes that a launcher placed so: the file that REDDLINE_MPI names, or the one that was built with
/// this program. REDDLINE_MPI=none opens none.
///
/// Errors: Error{usage} when REDDLINE_MPI names something that is no such module.
[[nodiscard]] OpenedModule open_mpi_module(const Placement& placement, const Environment& environment);

/// The processes that an MPI launcher started together, seen from one of them. MPI ends with this.
class Ranks {
public:
    /// Starts MPI.
    ///
    /// Errors: Error{usage} when MPI sees other ranks than the launcher announced.
    Ranks(const mpi::Module& module, const Placement& placement);
    ~Ranks();
    Ranks(const Ranks&) = delete;
    Ranks& operator=(const Ranks&) = delete;

    [[nodiscard]] std::size_t rank() const { return static_cast<std::size_t>(module_.rank()); }
    [[nodiscard]] std::size_t count() const { return static_cast<std::size_t>(module_.ranks()); }
    [[nodiscard]] bool is_first() const { return rank() == 0; }

    /// Does work that may fail and ask for numbers, from 0 on, prints its error, and waits until all ranks have done theirs. Where one
    /// fails, no rank gets another number. Returns the largest exit code of all ranks.
    [[nodiscard]] int together(MessageFormat format, const std::function<int()>& work) const;
    /// Within `together`: the smallest number that no rank was given; nothing once a rank has failed.
    [[nodiscard]] std::optional<std::size_t> next() const;

    void send(std::size_t rank, std::string_view bytes) const;
    [[nodiscard]] std::string receive(std::size_t rank) const;
    /// Ends all ranks.
    void abort(int exit_code) const { module_.abort(exit_code); }

private:
    const mpi::Module& module_;
};

}  // namespace reddline::cli
