#include "domain/verification.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace reddline {

bool is_same_program(const Provenance& a, const Provenance& b) {
    return a.version == b.version && a.commit == b.commit && a.compiler == b.compiler && a.libraries == b.libraries;
}

Provenance with_program_of(const Provenance& other, Provenance provenance) {
    provenance.version = other.version;
    provenance.commit = other.commit;
    provenance.compiler = other.compiler;
    provenance.libraries = other.libraries;
    return provenance;
}

std::vector<ComparedInput> compared_inputs(const std::vector<InputFile>& recorded, const std::vector<InputFile>& found,
                                           InputState absent) {
    std::vector<ComparedInput> inputs;
    for (const InputFile& file : recorded) {
        const auto match = std::ranges::find(found, file.path, &InputFile::path);
        if (match == found.end()) {
            inputs.push_back({absent, file, std::nullopt});
            continue;
        }
        const bool is_same = match->bytes == file.bytes && match->sha256 == file.sha256;
        inputs.push_back({is_same ? InputState::same : InputState::changed, file, *match});
    }
    for (const InputFile& file : found) {
        if (std::ranges::find(recorded, file.path, &InputFile::path) != recorded.end()) continue;
        inputs.push_back({InputState::unrecorded, std::nullopt, file});
    }
    return inputs;
}

FileState state_of_further(const std::string& name) {
    constexpr std::array endings_of_results{".csv", ".json", ".md", ".xlsx", ".parquet", ".tif", ".gpkg"};
    const bool could_be_result =
        std::ranges::any_of(endings_of_results, [&](const char* ending) { return name.ends_with(ending); });
    return could_be_result ? FileState::surplus : FileState::stranger;
}

std::int64_t count_of(const Verification& verification, InputState state) {
    return std::ranges::count(verification.inputs, state, &ComparedInput::state);
}

std::int64_t count_of(const Verification& verification, FileState state) {
    return verification.files ? std::ranges::count(*verification.files, state, &ComparedFile::state) : 0;
}

Verdict verdict_of(const Verification& verification) {
    const auto inputs = [&](InputState state) { return count_of(verification, state); };
    const auto files = [&](FileState state) { return count_of(verification, state); };
    if (inputs(InputState::changed) + inputs(InputState::not_read) + inputs(InputState::unrecorded) > 0)
        return Verdict::not_the_same;
    if (!verification.files || inputs(InputState::missing) > 0) return Verdict::unknown;
    const std::int64_t others = files(FileState::differs) + files(FileState::missing) + files(FileState::surplus);
    return others > 0 ? Verdict::not_the_same : Verdict::same_bits;
}

}  // namespace reddline
