#include "store/index_header.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "support/thrown_error.hpp"

namespace reddline::store {
namespace {

using testing::StartsWith;

IndexHeader header() {
    IndexHeader header;
    header.facts = {{"forest.min_area_ha", "0.5"}, {"lossyear[0] a.tif", "SHA-256 0123"}};
    header.files = {{"/data/a.tif", {7, 1'700'000'000'123'456'789, 1'700'000'000'987'654'321, 12}, "0123"}};
    header.cell = {400, 200};
    header.cells = 10;
    header.left_out = 2;
    header.why_left_out = "corrupt_raster: a.tif: \"block\" 3";
    header.places_sha256 = "89ab";
    return header;
}

TEST(IndexHeader, IsReadBackAsItWasWritten) {
    EXPECT_EQ(parse_header(header_json(header()), "index.json"), header());
}

TEST(IndexHeader, IsAnErrorWhereItIsSomethingElse) {
    for (const std::string& text : {std::string("{}"), std::string("not json"), header_json(header()).substr(0, 300)}) {
        EXPECT_EQ(
            tests::error_line([&] { return parse_header(text, "x/index.json"); }),
            "unreadable_file: x/index.json: expected the header of a block index, found a text that cannot be read "
            "as that; make the index again with 'reddline index', or leave --index out");
    }
}

TEST(IndexHeader, IsAnErrorWhereAnyByteIsAnother) {
    const std::string text = header_json(header());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == ' ' || text[i] == '\n') continue;
        std::string changed = text;
        changed[i] = static_cast<char>(changed[i] ^ 1);
        EXPECT_THAT(tests::error_line([&] { return parse_header(changed, "x/index.json"); }),
                    StartsWith("unreadable_file: x/index.json: expected "))
            << i;
    }
}

TEST(IndexHeader, IsAnErrorOfItsOwnWhereTheFormatIsAnother) {
    std::string text = header_json(header());
    text.replace(text.find("\"block_index\": 1"), 16, "\"block_index\": 2");
    EXPECT_THAT(tests::error_line([&] { return parse_header(text, "x/index.json"); }),
                StartsWith("unreadable_file: x/index.json: expected a block index of format 1, found format 2; make"));
}

}  // namespace
}  // namespace reddline::store
