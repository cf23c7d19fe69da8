#include "store/first_difference.hpp"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

#include "support/thrown_error.hpp"

namespace reddline::store {
namespace {

using testing::StartsWith;

/// Two files that are removed in the end.
class FirstDifferenceTest : public testing::Test {
protected:
    ~FirstDifferenceTest() override {
        std::filesystem::remove(first_);
        std::filesystem::remove(second_);
    }
    std::optional<FirstDifference> between(const std::string& first, const std::string& second) const {
        std::ofstream(first_, std::ios::binary) << first;
        std::ofstream(second_, std::ios::binary) << second;
        return first_difference(first_, second_);
    }
    void expect(const std::string& first, const std::string& second, const FirstDifference& expected) const {
        const auto found = between(first, second);
        ASSERT_TRUE(found);
        EXPECT_EQ(found->line, expected.line);
        EXPECT_EQ(found->column, expected.column);
        EXPECT_EQ(found->first, expected.first);
        EXPECT_EQ(found->second, expected.second);
    }

private:
    // Tests may run side by side.
    const std::string stem_ = testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name();
    const std::string first_ = stem_ + ".first";
    const std::string second_ = stem_ + ".second";
};

TEST_F(FirstDifferenceTest, IsNothingWhereEveryByteIsTheSame) {
    EXPECT_FALSE(between("", ""));
    EXPECT_FALSE(between("a,b\n1,2\n", "a,b\n1,2\n"));
    const std::string pieces(std::size_t{3} << 20, 'x');
    EXPECT_FALSE(between(pieces, pieces));
}

TEST_F(FirstDifferenceTest, NamesLineAndByteAndShowsBothLines) {
    expect("zone,ha\npark,1.5\nbelt,2\n", "zone,ha\npark,1.6\nbelt,9\n", {2, 8, "park,1.5", "park,1.6"});
    expect("a", "b", {1, 1, "a", "b"});
}

TEST_F(FirstDifferenceTest, ShowsTheEndOfALineWhereThatIsTheDifference) {
    expect("a\nb\n", "a\nb\r\n", {2, 2, "b\n", "b\r"});
    expect("a\nb", "a\nb\n", {2, 2, "b", "b\n"});
}

TEST_F(FirstDifferenceTest, ShowsNothingOfAFileThatHasEnded) {
    expect("a\n", "a\nb\n", {2, 1, "", "b"});
    expect("a\n", "", {1, 1, "a", ""});
}

TEST_F(FirstDifferenceTest, CutsALongLineBetweenCharacters) {
    const std::string before(50, 'x');
    // The cut falls 30 bytes before the difference, here inside of a character of two bytes.
    const std::string odd = before + "\xC3\xA4" + std::string(29, 'y');
    expect(odd + "1", odd + "2", {1, 82, "..." + std::string(29, 'y') + "1", "..." + std::string(29, 'y') + "2"});
    const auto found = between(before + "1" + std::string(500, 'z'), before + "2");
    EXPECT_EQ(found->first, "..." + std::string(30, 'x') + "1" + std::string(69, 'z'));
}

TEST_F(FirstDifferenceTest, CountsLinesAcrossPieces) {
    constexpr std::size_t piece = std::size_t{1} << 20;
    std::string lines;
    while (lines.size() < 2 * piece)
        lines += "0123456789\n";
    const auto line = static_cast<std::int64_t>(lines.size() / 11) + 1;
    expect(lines + "a\n", lines + "b\n", {line, 1, "a", "b"});
    const std::string one_line(2 * piece, 'x');
    EXPECT_EQ(between(one_line + "a", one_line + "b")->column, 2 * piece + 1);
    EXPECT_EQ(between(one_line, one_line + "b")->column, 2 * piece + 1);
}

TEST_F(FirstDifferenceTest, StopsAtAFileThatCannotBeRead) {
    EXPECT_THAT(tests::error_line([] { return first_difference("/no/such/file", "/no/such/file"); }),
                StartsWith("unreadable_file: /no/such/file: expected a file that can be read"));
}

}  // namespace
}  // namespace reddline::store
