#include "report/verification_text.hpp"

#include <gmock/gmock.h>

namespace reddline::report {
namespace {

using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

InputFile input(const std::string& path, const std::string& sha256) {
    return {path, 12, sha256};
}

/// Two inputs and two files, all the same.
Verification same_bits() {
    Verification verification;
    verification.recorded.command = "reddline audit audit.toml";
    verification.recorded.version = "0.1.0";
    verification.recorded.commit = "abc";
    verification.recorded.compiler = "GNU 12";
    verification.recorded.libraries = {{"GDAL", "3.6.2"}};
    verification.here = verification.recorded;
    for (const char* const path : {"audit.toml", "carbon.csv"})
        verification.inputs.push_back({InputState::same, input(path, "aa"), input(path, "aa")});
    verification.files = {{"report.md", FileState::same, std::nullopt}, {"run.json", FileState::same, std::nullopt}};
    return verification;
}

TEST(VerificationText, OfTheSameBitsListsWhatIsTheSame) {
    EXPECT_EQ(
        verification_text(same_bits()),
        "The same bits: 'reddline audit audit.toml', repeated here on the same 2 inputs, wrote the same 2 files.\n"
        "\n"
        "Program: the same; reddline 0.1.0 (abc), GNU 12, GDAL 3.6.2.\n"
        "Inputs: 2 the same.\n"
        "  the same: audit.toml, carbon.csv\n"
        "Files: 2 the same; the seconds in timing.json are not compared.\n"
        "  the same: report.md, run.json\n");
}

TEST(VerificationText, SaysWhatWasNotLookedAt) {
    Verification verification = same_bits();
    verification.files->push_back({"notes.txt", FileState::stranger, std::nullopt});
    EXPECT_THAT(verification_text(verification),
                AllOf(StartsWith("The same bits: "),
                      HasSubstr("wrote the same 2 files. Not looked at: 1\n    further file in the directory, which it "
                                "does not write.\n"),
                      HasSubstr("  not written by this command, and not looked at: notes.txt\n")));
}

TEST(VerificationText, ShowsBothProgramsWhereTheyDiffer) {
    Verification verification = same_bits();
    verification.here.libraries[0].second = "3.8.4";
    EXPECT_THAT(
        verification_text(verification),
        AllOf(StartsWith("The same bits: "), HasSubstr("  directory: reddline 0.1.0 (abc), GNU 12, GDAL 3.6.2\n"
                                                       "  here:      reddline 0.1.0 (abc), GNU 12, GDAL 3.8.4\n")));
}

TEST(VerificationText, ShowsWhereAFileDiffersAndWhatMayLieBehindIt) {
    Verification verification = same_bits();
    verification.files->at(0) = {"activity.csv", FileState::differs, FirstDifference{1234, 5, "\"a,1\"", "\"a,2\""}};
    verification.files->push_back({"canopy.csv", FileState::missing, std::nullopt});
    verification.files->push_back({"credits.csv", FileState::surplus, std::nullopt});
    verification.files->push_back({"zones.csv", FileState::differs, std::nullopt});
    const std::string text = verification_text(verification);
    EXPECT_THAT(text, StartsWith("Not the same: of the inputs 2 the same; of the files 1 the same, 2 not the same, 1 "
                                 "missing in the directory, 1 in the\n    directory alone.\n"));
    EXPECT_THAT(text, HasSubstr("  activity.csv: not the same from line 1,234, byte 5 on\n"
                                "    directory: \"a,1\"\n"
                                "    here:      \"a,2\"\n"
                                "  canopy.csv: missing in the directory\n"
                                "  credits.csv: in the directory alone, and could be taken for a result\n"
                                "  zones.csv: not a file in the directory\n"));
    EXPECT_THAT(text, HasSubstr("the directory was changed after it was written"));
    verification.here.version = "0.2.0";
    EXPECT_THAT(verification_text(verification), HasSubstr("The program is another one, which may be why"));
}

TEST(VerificationText, ShowsBothHashesOfAChangedInput) {
    Verification verification = same_bits();
    verification.inputs[1] = {InputState::changed, input("carbon.csv", "aa"), input("carbon.csv", "bb")};
    verification.inputs.push_back({InputState::not_read, input("old.csv", "aa"), std::nullopt});
    verification.inputs.push_back({InputState::unrecorded, std::nullopt, input("new.csv", "cc")});
    const std::string text = verification_text(verification);
    EXPECT_THAT(text,
                StartsWith("Not the same: of the inputs 1 the same, 1 changed, 1 recorded and not read here, 1 read "
                           "here and not recorded;"));
    EXPECT_THAT(text, HasSubstr("  carbon.csv: changed\n"
                                "    recorded: 12 bytes, SHA-256 aa\n"
                                "    here:     12 bytes, SHA-256 bb\n"
                                "  old.csv: recorded, and not read when the command was repeated\n"
                                "  new.csv: read when the command was repeated, and not recorded\n"));
    EXPECT_THAT(text, Not(HasSubstr("the directory was changed")));
}

TEST(VerificationText, SaysThatNothingCanBeSaidWithoutAnInput) {
    Verification verification = same_bits();
    verification.files.reset();
    verification.inputs[1] = {InputState::missing, input("carbon.csv", "aa"), std::nullopt};
    EXPECT_THAT(verification_text(verification),
                AllOf(StartsWith("Cannot be said: of the inputs 1 the same, 1 missing here; no file was compared.\n"),
                      HasSubstr("  carbon.csv: missing here\n"),
                      HasSubstr("could not be repeated without what is missing.\n")));
    verification.inputs[1].state = InputState::changed;
    verification.inputs[1].found = input("carbon.csv", "bb");
    verification.hindrance = "table_malformed: carbon.csv:1: expected another";
    EXPECT_THAT(verification_text(verification),
                HasSubstr("could not be repeated: table_malformed: carbon.csv:1: expected another.\n"));
}

TEST(VerificationText, LetsNoNameOfAnotherDirectoryIntoALineOfItsOwn) {
    Verification verification = same_bits();
    verification.inputs[1].recorded->path = "a\nThe same bits\x1b[2J\xff";
    EXPECT_THAT(verification_text(verification), HasSubstr("a?The same bits?[2J\xEF\xBF\xBD"));
}

}  // namespace
}  // namespace reddline::report
