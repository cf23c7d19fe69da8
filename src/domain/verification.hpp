#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "domain/provenance.hpp"

namespace reddline {

/// How an input stands to the record of a directory.
enum class InputState {
    same,        ///< the content is the recorded one
    changed,     ///< another content than the recorded one
    missing,     ///< recorded, and not here
    not_read,    ///< recorded, and not read when the command was repeated
    unrecorded,  ///< read when the command was repeated, and not recorded
};

/// An input as recorded and as found.
struct ComparedInput {
    InputState state;
    std::optional<InputFile> recorded;  ///< nothing when it is unrecorded
    std::optional<InputFile> found;     ///< nothing when it is missing or was not read
};

/// How a file of a directory stands to the one that was written again.
enum class FileState {
    same,      ///< every byte
    differs,   ///< written again with other bytes
    missing,   ///< written again, and not in the directory
    surplus,   ///< not written again, and could be taken for a result
    stranger,  ///< not written again, and no result by its name
};

/// The first place where two texts are not the same.
struct FirstDifference {
    std::int64_t line = 1;
    std::int64_t column = 1;  ///< in bytes
    std::string first;        ///< the line around that place in either text; a long one is cut
    std::string second;
};

/// A file of a directory, of the one that was written again, or of both.
struct ComparedFile {
    std::string name;
    FileState state;
    std::optional<FirstDifference> difference;  ///< the directory's text first; nothing where there are no two texts
};

/// What repeating the command behind a directory of results showed.
struct Verification {
    Provenance recorded;
    Provenance here;  ///< of the repeated run; only what made it where nothing was repeated
    std::vector<ComparedInput> inputs;
    std::optional<std::vector<ComparedFile>> files;  ///< nothing where the command was not repeated to its end
    std::string hindrance;                           ///< why it was not, where an input was no reason not to try
};

/// What a verification comes to.
enum class Verdict { same_bits, not_the_same, unknown };

/// True when version, commit, compiler and libraries are the same.
[[nodiscard]] bool is_same_program(const Provenance& a, const Provenance& b);

/// The provenance with version, commit, compiler and libraries of another.
[[nodiscard]] Provenance with_program_of(const Provenance& other, Provenance provenance);

/// Recorded inputs beside those found, in the order of the record, and then those that it lacks.
///
/// Shapes: `absent` is the state of inputs that were not found: missing or not_read.
[[nodiscard]] std::vector<ComparedInput> compared_inputs(const std::vector<InputFile>& recorded,
                                                         const std::vector<InputFile>& found, InputState absent);

/// What a file is that the repeated command did not write: tables, JSON and reports could be taken for results.
[[nodiscard]] FileState state_of_further(const std::string& name);

/// Inputs in a state.
[[nodiscard]] std::int64_t count_of(const Verification& verification, InputState state);

/// Files in a state.
[[nodiscard]] std::int64_t count_of(const Verification& verification, FileState state);

/// The same bits only where every recorded input and every file is; strangers do not count. Unknown where inputs are
/// missing and none that is here speaks against it.
[[nodiscard]] Verdict verdict_of(const Verification& verification);

}  // namespace reddline
