#include "domain/verification.hpp"

#include <gmock/gmock.h>

namespace reddline {
namespace {

using testing::ElementsAre;

Provenance made_by(const std::string& version) {
    Provenance run;
    run.version = version;
    run.commit = "abc";
    run.compiler = "GNU 12";
    run.libraries = {{"GDAL", "3.6.2"}};
    return run;
}

std::vector<InputState> states_of(const std::vector<ComparedInput>& inputs) {
    std::vector<InputState> states;
    for (const ComparedInput& input : inputs)
        states.push_back(input.state);
    return states;
}

Verification of(std::vector<InputState> inputs, std::vector<FileState> files) {
    Verification verification;
    for (const InputState state : inputs)
        verification.inputs.push_back({state, InputFile{"a.csv", 1, "aa"}, std::nullopt});
    verification.files.emplace();
    for (const FileState state : files)
        verification.files->push_back({"b.csv", state, std::nullopt});
    return verification;
}

TEST(IsSameProgram, LooksAtVersionCommitCompilerAndLibraries) {
    const Provenance one = made_by("0.1.0");
    EXPECT_TRUE(is_same_program(one, made_by("0.1.0")));
    EXPECT_FALSE(is_same_program(one, made_by("0.2.0")));
    Provenance other = one;
    other.commit = "def";
    EXPECT_FALSE(is_same_program(one, other));
    other = one;
    other.compiler = "GNU 13";
    EXPECT_FALSE(is_same_program(one, other));
    other = one;
    other.libraries[0].second = "3.8.4";
    EXPECT_FALSE(is_same_program(one, other));
    other = one;
    other.label = "what was counted does not matter";
    EXPECT_TRUE(is_same_program(one, other));
}

TEST(WithProgramOf, TakesOverTheProgramAndNothingElse) {
    Provenance run = made_by("0.2.0");
    run.label = "kept";
    const Provenance changed = with_program_of(made_by("0.1.0"), run);
    EXPECT_EQ(changed.version, "0.1.0");
    EXPECT_EQ(changed.label, "kept");
}

TEST(ComparedInputs, FollowTheRecordAndEndWithWhatItLacks) {
    const std::vector<InputFile> recorded{{"a", 1, "aa"}, {"b", 2, "bb"}, {"c", 3, "cc"}, {"d", 4, "dd"}};
    const std::vector<InputFile> found{{"e", 5, "ee"}, {"a", 1, "aa"}, {"b", 2, "b2"}, {"d", 5, "dd"}};
    const auto inputs = compared_inputs(recorded, found, InputState::missing);
    EXPECT_THAT(states_of(inputs), ElementsAre(InputState::same, InputState::changed, InputState::missing,
                                               InputState::changed, InputState::unrecorded));
    EXPECT_EQ(inputs[1].recorded->sha256, "bb");
    EXPECT_EQ(inputs[1].found->sha256, "b2");
    EXPECT_EQ(inputs[2].found, std::nullopt);
    EXPECT_EQ(inputs[4].recorded, std::nullopt);
    EXPECT_EQ(inputs[4].found->path, "e");
    EXPECT_EQ(compared_inputs(recorded, found, InputState::not_read)[2].state, InputState::not_read);
}

TEST(StateOfFurther, TakesTablesJsonAndReportsForResults) {
    for (const char* const name : {"credits.csv", "audit.json", "audit.xlsx", "report.md", "map.tif", "zones.gpkg"})
        EXPECT_EQ(state_of_further(name), FileState::surplus) << name;
    for (const char* const name : {"notes.txt", ".DS_Store", "csv", "map.png"})
        EXPECT_EQ(state_of_further(name), FileState::stranger) << name;
}

TEST(VerdictOf, IsTheSameBitsOnlyWhereEveryInputAndEveryFileIs) {
    using enum InputState;
    EXPECT_EQ(verdict_of(of({same}, {FileState::same})), Verdict::same_bits);
    EXPECT_EQ(verdict_of(of({same}, {FileState::same, FileState::stranger})), Verdict::same_bits);
    for (const InputState state : {changed, not_read, unrecorded})
        EXPECT_EQ(verdict_of(of({same, state}, {FileState::same})), Verdict::not_the_same);
    for (const FileState state : {FileState::differs, FileState::missing, FileState::surplus})
        EXPECT_EQ(verdict_of(of({same}, {FileState::same, state})), Verdict::not_the_same);
}

TEST(VerdictOf, IsUnknownWhereAnInputIsMissingAndNothingElseSpeaksAgainstIt) {
    Verification verification = of({InputState::same, InputState::missing}, {});
    verification.files.reset();
    EXPECT_EQ(verdict_of(verification), Verdict::unknown);
    EXPECT_EQ(count_of(verification, FileState::same), 0);
    verification.inputs[0].state = InputState::changed;
    EXPECT_EQ(verdict_of(verification), Verdict::not_the_same);
}

}  // namespace
}  // namespace reddline
