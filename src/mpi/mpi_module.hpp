#pragma once

#include <cstdint>

namespace reddline::mpi {

/// What the program asks of MPI: the ranks that a launcher started together, numbers handed out among them, and bytes from one to
/// another. The program opens it only under an MPI launcher, so that it needs no MPI itself and a site can build this alone for
/// the MPI that it has.
///
/// Every function is called by one thread at a time. Waiting does not keep a core busy. A failure within MPI ends all ranks, as
/// MPI does by itself.
struct Module {
    std::int32_t interface;      ///< interface_version of its build
    const char* library;         ///< the MPI it was built for, such as "Open MPI"
    const char* (*start)();      ///< starts MPI; null, or what went wrong
    std::int32_t (*rank)();      ///< of this process, from 0 on
    std::int32_t (*ranks)();     ///< how many there are
    std::int64_t (*next)();      ///< the smallest number that no rank has been given; negative once a rank closed
    void (*leave)(bool closes);  ///< this rank wants no more numbers, and where it closes, no other gets one either
    std::int32_t (*agree)(
        std::int32_t value);  ///< the largest value of all ranks, which have all left; numbers begin anew
    void (*send)(std::int32_t rank, const char* bytes, std::uint64_t size);
    std::uint64_t (*size_from)(std::int32_t rank);  ///< of the bytes that come next from a rank
    void (*receive)(std::int32_t rank, char* bytes, std::uint64_t size);
    void (*finish)();                  ///< ends MPI; every rank calls it
    void (*abort)(std::int32_t code);  ///< ends all ranks
};

inline constexpr std::int32_t interface_version = 1;

/// The name of the function that gives the module: `const Module* reddline_mpi_module()`.
inline constexpr const char* entry_name = "reddline_mpi_module";

}  // namespace reddline::mpi
