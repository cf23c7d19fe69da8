#include "store/index_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "store/index_writer.hpp"
#include "support/thrown_error.hpp"

namespace reddline::store {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<CellTable> tables_of(std::int64_t pixels) {
    return {{{{1, 2}, {{7, {pixels, 10 * pixels}}}}}};
}

/// A file that is removed in the end.
class CellsFile : public testing::Test {
protected:
    CellsFile() { std::filesystem::remove(path_); }
    ~CellsFile() override { std::filesystem::remove(path_); }
    void write(const std::string& bytes) const { std::ofstream(path_, std::ios::binary) << bytes; }

    // Tests may run side by side.
    const std::string path_ =
        testing::TempDir() + testing::UnitTest::GetInstance()->current_test_info()->name() + ".bin";
};

using IndexReaderTest = CellsFile;

TEST_F(IndexReaderTest, GivesTheCellsThatTheWriterPutThereInAnyOrder) {
    IndexWriter writer(4);
    std::string bytes = writer.add(2, tables_of(5));
    bytes += writer.add(0, tables_of(6));
    bytes += writer.add(3, {});
    write(bytes);
    EXPECT_EQ(writer.bytes(), bytes.size());
    const IndexReader reader(path_, writer.places(), 4);
    EXPECT_EQ(reader.tables_of(2), tables_of(5));
    EXPECT_EQ(reader.tables_of(0), tables_of(6));
    EXPECT_EQ(reader.tables_of(3), std::vector<CellTable>{});
    EXPECT_TRUE(reader.holds(0));
    EXPECT_FALSE(reader.holds(1)) << "it was never added";
}

TEST_F(IndexReaderTest, StopsAtEveryByteThatIsNotTheOneWritten) {
    IndexWriter writer(2);
    const std::string first = writer.add(0, tables_of(5));
    const std::string bytes = first + writer.add(1, tables_of(300));
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        std::string changed = bytes;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        write(changed);
        const IndexReader reader(path_, writer.places(), 2);
        const std::size_t hit = i < first.size() ? 0 : 1;
        EXPECT_THAT(tests::error_line([&] { return reader.tables_of(hit); }),
                    StartsWith("unreadable_file: " + path_ + ": expected the "))
            << i;
        EXPECT_EQ(reader.tables_of(1 - hit), tables_of(hit == 0 ? 300 : 5)) << "the other cell is unharmed";
    }
}

TEST_F(IndexReaderTest, StopsWhereTheFileIsCutOff) {
    IndexWriter writer(1);
    const std::string bytes = writer.add(0, tables_of(5));
    write(bytes.substr(0, bytes.size() - 1));
    const IndexReader reader(path_, writer.places(), 1);
    EXPECT_EQ(tests::error_line([&] { return reader.tables_of(0); }),
              "unreadable_file: " + path_ + ": expected the " + std::to_string(bytes.size()) +
                  " bytes of cell 0 as they were written, found others; make the index again with 'reddline index', or "
                  "leave --index out");
}

TEST_F(IndexReaderTest, NeedsItsFileAndThePlacesOfAllCells) {
    const IndexWriter writer(2);
    EXPECT_THAT(tests::error_line([&] { return IndexReader(path_, writer.places(), 2).holds(0); }),
                HasSubstr("found: No such file or directory; make the index again"));
    write("");
    EXPECT_EQ(tests::error_line([&] { return IndexReader(path_, writer.places(), 3).holds(0); }),
              "unreadable_file: " + path_ +
                  ": expected the places of 3 cells, found 48 bytes of 72; make the index again with 'reddline index', "
                  "or leave --index out");
}

TEST_F(IndexReaderTest, CanBeMoved) {
    IndexWriter writer(1);
    write(writer.add(0, tables_of(5)));
    IndexReader reader(path_, writer.places(), 1);
    const IndexReader moved = std::move(reader);
    EXPECT_EQ(moved.tables_of(0), tables_of(5));
}

}  // namespace
}  // namespace reddline::store
