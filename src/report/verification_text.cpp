#include "report/verification_text.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "domain/utf8_text.hpp"
#include "report/wrapped_text.hpp"

namespace reddline::report {

namespace {

/// A name from somebody else's directory, fit for one line of a screen.
std::string shown(const std::string& name) {
    std::string text = as_utf8(name);
    std::ranges::replace_if(text, is_control, '?');
    return text;
}

/// Counts with their words, those of 0 left out.
std::string counts_text(const std::vector<std::pair<std::int64_t, std::string>>& counts) {
    std::vector<std::string> parts;
    for (const auto& [count, words] : counts) {
        if (count > 0) parts.push_back(grouped(count) + " " + words);
    }
    return joined(parts);
}

std::string input_counts(const Verification& verification) {
    return counts_text({{count_of(verification, InputState::same), "the same"},
                        {count_of(verification, InputState::changed), "changed"},
                        {count_of(verification, InputState::missing), "missing here"},
                        {count_of(verification, InputState::not_read), "recorded and not read here"},
                        {count_of(verification, InputState::unrecorded), "read here and not recorded"}});
}

std::string file_counts(const Verification& verification) {
    return counts_text({{count_of(verification, FileState::same), "the same"},
                        {count_of(verification, FileState::differs), "not the same"},
                        {count_of(verification, FileState::missing), "missing in the directory"},
                        {count_of(verification, FileState::surplus), "in the directory alone"}});
}

std::string counts_of_all(const Verification& verification) {
    return "of the inputs " + input_counts(verification) +
           (verification.files ? "; of the files " + file_counts(verification) : "; no file was compared") + ".";
}

std::string verdict_text(const Verification& verification) {
    const std::string command = "'" + shown(verification.recorded.command) + "'";
    const std::int64_t strangers = count_of(verification, FileState::stranger);
    switch (verdict_of(verification)) {
        case Verdict::same_bits:
            return "The same bits: " + command + ", repeated here on the same " +
                   counted(count_of(verification, InputState::same), "input") + ", wrote the same " +
                   counted(count_of(verification, FileState::same), "file") + "." +
                   (strangers > 0 ? " Not looked at: " + counted(strangers, "further file") +
                                        " in the directory, which it does not write."
                                  : "");
        case Verdict::not_the_same:
            return "Not the same: " + counts_of_all(verification);
        case Verdict::unknown:
            break;
    }
    return "Cannot be said: " + counts_of_all(verification);
}

std::string program_of(const Provenance& run) {
    std::vector<std::string> parts{"reddline " + shown(run.version) + " (" + shown(run.commit) + ")",
                                   shown(run.compiler)};
    for (const auto& [library, version] : run.libraries)
        parts.push_back(shown(library) + " " + shown(version));
    return joined(parts);
}

std::string program_text(const Verification& verification) {
    if (is_same_program(verification.recorded, verification.here))
        return wrapped("Program: the same; " + program_of(verification.recorded) + ".", "  ");
    return "Program: not the one that wrote the directory, which run.json says and is not held against it.\n" +
           wrapped("  directory: " + program_of(verification.recorded), "    ") +
           wrapped("  here:      " + program_of(verification.here), "    ");
}

std::string content_text(const InputFile& file) {
    return counted(file.bytes, "byte") + ", SHA-256 " + shown(file.sha256);
}

/// Why an input stands apart; empty where it does not.
std::string remark_on(const ComparedInput& input) {
    switch (input.state) {
        case InputState::same:
            break;
        case InputState::changed:
            return "changed\n    recorded: " + content_text(*input.recorded) +
                   "\n    here:     " + content_text(*input.found);
        case InputState::missing:
            return "missing here";
        case InputState::not_read:
            return "recorded, and not read when the command was repeated";
        case InputState::unrecorded:
            return "read when the command was repeated, and not recorded";
    }
    return {};
}

std::string remark_on(const ComparedFile& file) {
    switch (file.state) {
        case FileState::same:
        case FileState::stranger:
            break;
        case FileState::missing:
            return "missing in the directory";
        case FileState::surplus:
            return "in the directory alone, and could be taken for a result";
        case FileState::differs:
            if (!file.difference) return "not a file in the directory";
            return "not the same from line " + grouped(file.difference->line) + ", byte " +
                   grouped(file.difference->column) + " on\n    directory: " + file.difference->first +
                   "\n    here:      " + file.difference->second;
    }
    return {};
}

std::string list_text(const std::string& head, const std::vector<std::string>& names) {
    return names.empty() ? "" : wrapped("  " + head + ": " + joined(names), "    ");
}

std::string inputs_text(const Verification& verification) {
    std::string text = wrapped("Inputs: " + input_counts(verification) + ".", "    ");
    std::vector<std::string> same;
    for (const ComparedInput& input : verification.inputs) {
        const std::string name = shown((input.recorded ? *input.recorded : *input.found).path);
        const std::string remark = remark_on(input);
        if (remark.empty()) same.push_back(name);
        if (!remark.empty()) text += "  " + name + ": " + remark + "\n";
    }
    return text + list_text("the same", same);
}

std::string files_text(const Verification& verification) {
    if (!verification.files) {
        const std::string why =
            verification.hindrance.empty() ? " without what is missing" : ": " + verification.hindrance;
        return wrapped("Files: none compared, because the command could not be repeated" + shown(why) + ".", "    ");
    }
    std::string text =
        wrapped("Files: " + file_counts(verification) + "; the seconds in timing.json are not compared.", "    ");
    std::vector<std::string> same;
    std::vector<std::string> strangers;
    for (const ComparedFile& file : *verification.files) {
        const std::string name = shown(file.name);
        if (file.state == FileState::same) same.push_back(name);
        if (file.state == FileState::stranger) strangers.push_back(name);
        const std::string remark = remark_on(file);
        if (!remark.empty()) text += "  " + name + ": " + remark + "\n";
    }
    return text + list_text("the same", same) + list_text("not written by this command, and not looked at", strangers);
}

/// What may lie behind files that are not the same although the inputs are.
std::string cause_text(const Verification& verification) {
    const bool inputs_are_same = count_of(verification, InputState::same) == std::ssize(verification.inputs);
    if (!verification.files || !inputs_are_same || verdict_of(verification) == Verdict::same_bits) return {};
    if (!is_same_program(verification.recorded, verification.here))
        return "\nThe program is another one, which may be why: verify with the recorded version.\n";
    return "\n" + wrapped(
                      "Inputs and program are the same, so the directory was changed after it was written, or written "
                      "on another kind of processor; if neither is so, please report it.",
                      "");
}

}  // namespace

std::string verification_text(const Verification& verification) {
    return wrapped(verdict_text(verification), "    ") + "\n" + program_text(verification) + inputs_text(verification) +
           files_text(verification) + cause_text(verification);
}

}  // namespace reddline::report
