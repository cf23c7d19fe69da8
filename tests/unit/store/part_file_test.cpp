#include "store/part_file.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/thrown_error.hpp"

namespace reddline::store {
namespace {

using testing::HasSubstr;

Part part() {
    Part part;
    part.plan_sha256 = "0123";
    part.unit = 7;
    part.inputs = {{"gfc/a \"quoted\".tif", 12, "89ab"}};
    part.unread = {{"lossyear", "a.tif", 64, 32, {{1, 2}, {3, 0}}}};
    part.sets = {
        {{0, 4}, {{{{1, 2}, {{7, {3, 30}}}}}, {}}}, {{4'000'000'000}, {{}, {{{9, 9}, {{1, {1, 1}}}}}}}, {{}, {}}};
    return part;
}

TEST(PartFile, IsReadBackAsItWasWritten) {
    const Part read = parse_part(part_bytes(part()), "unit-000007.part");
    EXPECT_EQ(read.plan_sha256, part().plan_sha256);
    EXPECT_EQ(read.unit, part().unit);
    ASSERT_EQ(read.inputs.size(), 1U);
    EXPECT_EQ(read.inputs[0].path, part().inputs[0].path);
    EXPECT_EQ(read.inputs[0].bytes, 12);
    EXPECT_EQ(read.inputs[0].sha256, "89ab");
    EXPECT_EQ(read.unread, part().unread);
    EXPECT_EQ(read.sets, part().sets);
}

TEST(PartFile, BeginsWithALineThatSaysWhatItIs) {
    const std::string bytes = part_bytes(part());
    EXPECT_THAT(bytes.substr(0, bytes.find('\n')), HasSubstr(R"({"part":1,"plan_sha256":"0123","unit":7,)"));
}

TEST(PartFile, IsAnErrorWhereAnyByteOfTheCountsIsAnother) {
    const std::string bytes = part_bytes(part());
    for (std::size_t i = bytes.find('\n') + 1; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_EQ(
            tests::error_line([&] { return parse_part(changed, "x.part").unit; }),
            "unreadable_file: x.part: expected the counts as they were written, found others; remove the file and run "
            "the same shard again");
    }
}

TEST(PartFile, IsAnErrorWhereItIsCutOffOrSomethingElse) {
    const std::string bytes = part_bytes(part());
    for (std::size_t length = 0; length < bytes.size(); ++length) {
        EXPECT_THAT(tests::error_line([&] { return parse_part(bytes.substr(0, length), "x.part").unit; }),
                    HasSubstr("unreadable_file: x.part: expected "));
    }
    EXPECT_THAT(tests::error_line([&] { return parse_part("{\"part\":2}\n", "x.part").unit; }),
                HasSubstr("expected a part of format 1, found format 2; remove the file"));
}

}  // namespace
}  // namespace reddline::store
