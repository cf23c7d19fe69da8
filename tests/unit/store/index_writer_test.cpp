#include "store/index_writer.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "store/cell_code.hpp"

namespace reddline::store {
namespace {

TEST(IndexWriter, NotesWhereEachCellIs) {
    const std::vector<CellTable> tables{{{{1}, {{7, {3, 30}}}}}};
    const std::string bytes = encoded(tables);
    IndexWriter writer(3);
    EXPECT_EQ(writer.add(2, tables), bytes);
    EXPECT_EQ(writer.add(0, tables), bytes);
    EXPECT_EQ(writer.bytes(), 2 * bytes.size());
    EXPECT_EQ(writer.places(), encoded(CellPlace{bytes.size(), bytes.size(), sum_of(bytes)}) + encoded(CellPlace{}) +
                                   encoded(CellPlace{0, bytes.size(), sum_of(bytes)}));
}

}  // namespace
}  // namespace reddline::store
