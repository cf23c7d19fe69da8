#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "domain/error.hpp"
#include "gdal_io/block_reader.hpp"
#include "gdal_io/landscape.hpp"
#include "raster/run_table.hpp"
#include "support/faulty_files.hpp"
#include "support/thrown_error.hpp"
#include "unit/gdal_io/small_raster.hpp"

namespace reddline::gdal_io {
namespace {

using ::reddline::tests::FaultyFiles;
using ::reddline::tests::FileRead;
using ::testing::HasSubstr;

/// A raster whose reads go wrong, and a sound one beside it.
struct Storage {
    std::string name;
    int columns = 0;
    int rows = 0;
    std::vector<std::string> options;
};

/// Blocks side by side, and more strips than GDAL reads the places of when it opens a file.
const std::vector<Storage>& storages() {
    static const std::vector<Storage> all{
        {"tiles", 90, 70, {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32", "COMPRESS=DEFLATE"}},
        {"strips", 40, 3000, {"BLOCKYSIZE=1", "COMPRESS=LZW"}},
        {"sparse", 40, 3000, {"BLOCKYSIZE=1", "COMPRESS=LZW", "SPARSE_OK=TRUE"}}};
    return all;
}

/// Codes 1..20, so that zeros are never right; every other hundred rows of a sparse raster are 0 all the same.
std::vector<double> codes_of(const Storage& storage) {
    std::vector<double> codes =
        tests::counting(static_cast<std::size_t>(storage.columns) * static_cast<std::size_t>(storage.rows), 20);
    for (std::size_t i = 0; i < codes.size(); ++i) {
        const bool is_gap = storage.name == "sparse" && i / static_cast<std::size_t>(storage.columns) / 100 % 2 == 1;
        codes[i] = is_gap ? 0.0 : codes[i] + 1.0;
    }
    return codes;
}

struct FaultyLandscape {
    std::string path;
    LandscapeSource source;
    std::vector<double> codes;
};

FaultyLandscape faulty_landscape(const Storage& storage, MissingBlocks policy) {
    FaultyLandscape landscape{"/vsimem/faulty/" + storage.name + ".tif", {}, codes_of(storage)};
    tests::write_raster(
        {.path = landscape.path, .columns = storage.columns, .rows = storage.rows, .options = storage.options},
        landscape.codes);
    landscape.source.lossyear = {FaultyFiles::faulty(landscape.path)};
    landscape.source.treecover2000 = {tests::write_constant(
        {.path = "/vsimem/faulty/cover_" + storage.name + ".tif", .columns = storage.columns, .rows = storage.rows},
        50)};
    landscape.source.missing_blocks_are_no_data = policy == MissingBlocks::no_data;
    return landscape;
}

/// What a read gives when it goes wrong: nothing, or the first half.
enum class Fault { error, half };

reddline::tests::Serve serve_badly(Fault fault, std::int64_t first, std::int64_t end) {
    return [=](const FileRead& read) {
        if (read.number < first || read.number >= end) return read.bytes;
        return fault == Fault::error ? 0 : read.bytes / 2;
    };
}

constexpr std::int64_t for_good = 1'000'000;

std::int64_t reads_without_faults(const FaultyLandscape& faulty) {
    FaultyFiles::installed().watch(faulty.path, {});
    EXPECT_EQ(tests::read_whole(Landscape(faulty.source)).loss_code.size(), faulty.codes.size());
    return static_cast<std::int64_t>(FaultyFiles::installed().reads(faulty.path).size());
}

/// Every read where there are few, some of them where there are thousands, but all of the first, which hold the directory.
std::vector<std::int64_t> reads_to_spoil(std::int64_t reads) {
    std::vector<std::int64_t> chosen;
    for (std::int64_t read = 0; read < reads; read += read < 40 ? 1 : 97)
        chosen.push_back(read);
    return chosen;
}

TEST(FaultyRaster, GivesTheRightNumbersOrAnErrorThatNamesTheFileWhicheverReadGoesWrong) {
    for (const Storage& storage : storages()) {
        const FaultyLandscape faulty = faulty_landscape(storage, MissingBlocks::stop);
        int errors = 0;
        for (const std::int64_t read : reads_to_spoil(reads_without_faults(faulty))) {
            for (const auto& [fault, end] : {std::pair{Fault::error, read + 1}, std::pair{Fault::error, for_good},
                                             std::pair{Fault::half, read + 1}, std::pair{Fault::half, for_good}}) {
                FaultyFiles::installed().watch(faulty.path, serve_badly(fault, read, end));
                try {
                    const reference::LayerImage image = tests::read_whole(Landscape(faulty.source));
                    ASSERT_THAT(image.loss_code, ::testing::ElementsAreArray(faulty.codes))
                        << storage.name << ", read " << read;
                } catch (const Error& error) {
                    ++errors;
                    ASSERT_EQ(error.subject(), FaultyFiles::faulty(faulty.path)) << error.what();
                }
            }
        }
        EXPECT_GT(errors, 20) << storage.name;
    }
}

TEST(FaultyRaster, NamesTheBlockWhoseBytesCannotBeRead) {
    const FaultyLandscape faulty = faulty_landscape(storages()[0], MissingBlocks::stop);
    const Tile tile = open_tile(faulty.path);
    const DatasetPtr sound = open_raster(faulty.path);
    for (const auto& [column, row] : {std::pair{0, 0}, std::pair{2, 1}, std::pair{1, 2}}) {
        const std::string place = std::to_string(column) + "_" + std::to_string(row);
        const std::string offset = sound->GetRasterBand(1)->GetMetadataItem(("BLOCK_OFFSET_" + place).c_str(), "TIFF");
        for (const std::int64_t share : {0, 2}) {
            FaultyFiles::installed().watch(faulty.path, [&](const FileRead& read) {
                const bool is_block = read.offset == std::stoll(offset);
                return is_block ? (share == 0 ? 0 : read.bytes / share) : read.bytes;
            });
            const std::string line =
                reddline::tests::error_line([&] { return tests::read_whole(Landscape(faulty.source)); });
            EXPECT_THAT(line, HasSubstr("corrupt_raster: /vsifaulty" + faulty.path));
            EXPECT_THAT(line, HasSubstr("block x " + std::to_string(column) + ", y " + std::to_string(row)));
            EXPECT_THAT(line, HasSubstr("at byte " + offset));
            EXPECT_THAT(line, ::testing::Not(HasSubstr("4294967295")));
        }
    }
}

/// The blocks in which any pixel is no data, after each pixel is seen to be right or no data.
std::set<std::pair<std::int64_t, std::int64_t>> gaps_in(const reference::LayerImage& image,
                                                        const std::vector<double>& codes,
                                                        const raster::BlockShape& block) {
    std::set<std::pair<std::int64_t, std::int64_t>> gaps;
    for (std::int64_t row = 0; row < image.window.rows; ++row) {
        for (std::int64_t column = 0; column < image.window.columns; ++column) {
            const std::size_t i = image.index_of(column, row);
            if (image.loss_code[i] == raster::no_data) {
                gaps.emplace(column / block.columns, row / block.rows);
            } else if (image.loss_code[i] != codes[i]) {
                ADD_FAILURE() << "a wrong number at " << column << ' ' << row;
            }
        }
    }
    return gaps;
}

TEST(FaultyRaster, CountsExactlyTheBlocksThatCannotBeReadAsNoDataWhereThatIsAllowed) {
    for (const Storage& storage : storages()) {
        const FaultyLandscape faulty = faulty_landscape(storage, MissingBlocks::no_data);
        const Tile tile = open_tile(faulty.path);
        int with_gaps = 0;
        for (const std::int64_t read : reads_to_spoil(reads_without_faults(faulty))) {
            FaultyFiles::installed().watch(faulty.path, serve_badly(Fault::error, read, read + 1));
            try {
                const Landscape landscape(faulty.source);
                const reference::LayerImage image = tests::read_whole(landscape);
                const auto gaps = gaps_in(image, faulty.codes, tile.block);
                ASSERT_LE(gaps.size(), 1U) << "one read was bad";
                ASSERT_EQ(landscape.take_unread_blocks().size(), gaps.size()) << storage.name << ", read " << read;
                with_gaps += static_cast<int>(gaps.size());
            } catch (const Error& error) {
                ASSERT_EQ(error.subject(), FaultyFiles::faulty(faulty.path)) << error.what();
            }
        }
        EXPECT_GT(with_gaps, 5) << storage.name;
    }
}

TEST(FaultyRaster, NeverTakesABlockForAnEmptyOneBecauseItsPlaceCouldNotBeReadBefore) {
    const FaultyLandscape faulty = faulty_landscape(storages()[1], MissingBlocks::no_data);
    FaultyFiles& files = FaultyFiles::installed();
    const Tile tile = open_tile(FaultyFiles::faulty(faulty.path));
    MissingBlockCount missing;
    constexpr std::int64_t row = 2500;
    BlockReader sound(1, MissingBlocks::stop, missing);
    ASSERT_NE(sound.block(tile, 0, 0), nullptr);
    files.watch(faulty.path, {});
    ASSERT_NE(sound.block(tile, 0, row), nullptr);
    const std::vector<FileRead> reads = files.reads(faulty.path);
    ASSERT_GT(reads.size(), 1U) << "the places of the last strips are known already, so this tests nothing";

    BlockReader reader(1, MissingBlocks::no_data, missing);
    files.watch(faulty.path,
                [&](const FileRead& read) { return read.offset == reads.front().offset ? 0 : read.bytes; });
    EXPECT_EQ(reader.block(tile, 0, row), nullptr);
    EXPECT_EQ(missing.take(tile).size(), 1U);
    files.watch(faulty.path, {});
    // Other blocks push out what the first window met, so that the block is read again.
    reader.begin_window(0);
    ASSERT_NE(reader.block(tile, 0, 0), nullptr);
    reader.begin_window(0);
    const std::byte* pixels = reader.block(tile, 0, row);
    ASSERT_NE(pixels, nullptr);
    EXPECT_EQ(value_at(tile.type, pixels, 0), faulty.codes[row * 40]);
}

}  // namespace
}  // namespace reddline::gdal_io
