#include "gdal_io/block_reader.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "domain/error.hpp"
#include "gdal_io/byte_range.hpp"
#include "gdal_io/gdal_messages.hpp"
#include "gdal_io/remote_file.hpp"

namespace reddline::gdal_io {

namespace {

// Buffers of dropped blocks wait to be used again up to this size: the blocks of most windows, whose memory is still in
// the processor's cache.
constexpr std::int64_t most_spare_bytes = std::int64_t{4} << 20;

// What the file's directory says of a block, such as where it begins; only TIFF tells, and only of blocks that are stored.
std::optional<std::int64_t> block_item(GDALRasterBand& band, const char* name, std::int64_t block_column,
                                       std::int64_t block_row) {
    const std::string item = std::string(name) + "_" + std::to_string(block_column) + "_" + std::to_string(block_row);
    const char* text = band.GetMetadataItem(item.c_str(), "TIFF");
    if (text == nullptr) return std::nullopt;
    const std::string_view digits = text;
    std::int64_t value = 0;
    const bool is_number = std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc{};
    return is_number ? std::optional(value) : std::nullopt;
}

std::optional<ByteRange> stored_bytes(GDALRasterBand& band, std::int64_t block_column, std::int64_t block_row) {
    const auto offset = block_item(band, "BLOCK_OFFSET", block_column, block_row);
    const auto bytes = block_item(band, "BLOCK_SIZE", block_column, block_row);
    if (!offset || !bytes || *bytes <= 0) return std::nullopt;
    return ByteRange{*offset, *bytes};
}

Error unreadable_block(const Tile& tile, std::int64_t block_column, std::int64_t block_row,
                       const std::optional<ByteRange>& stored, const MessageCatcher& catcher) {
    const std::string offset = stored ? ", at byte " + std::to_string(stored->offset) + " of the file" : "";
    const std::string remedy = is_remote(tile.path) ? "run again when the server is well, or fetch the whole file first"
                                                    : "fetch the file again";
    return {ErrorCode::corrupt_raster, tile.path,
            "expected a block that can be decoded, found that block x " + std::to_string(block_column) + ", y " +
                std::to_string(block_row) + " (from pixel column " + std::to_string(block_column * tile.block.columns) +
                ", row " + std::to_string(block_row * tile.block.rows) + offset + ") cannot be" +
                answer_text(catcher.http_status()) + "; " + remedy +
                ", or count such blocks as no data with --allow-missing-blocks. " + catcher.first()};
}

}  // namespace

void MissingBlockCount::add(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    const std::scoped_lock lock(mutex_);
    blocks_[&tile].emplace(block_column, block_row);
}

std::vector<std::pair<std::int64_t, std::int64_t>> MissingBlockCount::take(const Tile& tile) {
    const std::scoped_lock lock(mutex_);
    const auto noted = blocks_.extract(&tile);
    if (noted.empty()) return {};
    return {noted.mapped().begin(), noted.mapped().end()};
}

BlockReader::BlockReader(std::size_t open_files, MissingBlocks policy, MissingBlockCount& missing)
    : max_open_files_{std::max<std::size_t>(1, open_files)}, policy_{policy}, missing_{&missing} {}

void BlockReader::begin_window(std::int64_t bytes) {
    ++window_;
    budget_bytes_ = bytes;
    drop_beyond(budget_bytes_);
}

void BlockReader::fetch_ahead(const Tile& tile, const std::vector<raster::Window>& windows) {
    std::set<std::tuple<std::int64_t, std::int64_t>> blocks;
    for (const raster::Window& window : windows) {
        for (std::int64_t row = window.row / tile.block.rows; row * tile.block.rows < window.end_row(); ++row) {
            for (std::int64_t column = window.column / tile.block.columns;
                 column * tile.block.columns < window.end_column(); ++column) {
                if (!place_.contains({&tile, column, row})) blocks.emplace(row, column);
            }
        }
    }
    if (blocks.empty()) return;
    std::vector<ByteRange> ranges;
    GDALRasterBand& band = *dataset_of(tile).GetRasterBand(1);
    const MessageCatcher catcher(Caught::everything);
    for (const auto& [row, column] : blocks) {
        if (const auto range = stored_bytes(band, column, row)) ranges.push_back(*range);
    }
    // A directory that could not be read is remembered as an empty one.
    if (catcher.any()) close(tile);
    fetch_ranges(tile.path, ranges);
}

const std::byte* BlockReader::block(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    Key key{&tile, block_column, block_row};
    if (const auto pixels = cached(key)) return *pixels;
    if (is_known_empty(tile, block_column, block_row)) {
        key = {&tile, -1, -1};  // one block stands for all that were never written
        if (const auto pixels = cached(key)) return *pixels;
    }
    drop_beyond(budget_bytes_ - tile.block_bytes());
    auto pixels = decode(tile, block_column, block_row);
    const std::int64_t bytes = pixels ? tile.block_bytes() : 0;
    blocks_.push_front({.key = key, .pixels = std::move(pixels), .bytes = bytes, .window = window_});
    place_.emplace(key, blocks_.begin());
    cached_bytes_ += bytes;
    return blocks_.front().pixels.get();
}

std::optional<const std::byte*> BlockReader::cached(const Key& key) {
    const auto found = place_.find(key);
    if (found == place_.end()) return std::nullopt;
    blocks_.splice(blocks_.begin(), blocks_, found->second);
    blocks_.front().window = window_;
    return blocks_.front().pixels.get();
}

/// True where the file's directory says that a block was never written.
bool BlockReader::is_known_empty(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    const auto [columns, rows] = tile.block;
    const std::int64_t first_column = block_column * columns;
    const std::int64_t first_row = block_row * rows;
    GDALRasterBand& band = *dataset_of(tile).GetRasterBand(1);
    const MessageCatcher catcher;
    const int status =
        band.GetDataCoverageStatus(static_cast<int>(first_column), static_cast<int>(first_row),
                                   static_cast<int>(std::min(columns, tile.lattice.columns - first_column)),
                                   static_cast<int>(std::min(rows, tile.lattice.rows - first_row)));
    if (!catcher.any()) return status == GDAL_DATA_COVERAGE_STATUS_EMPTY;
    // A directory that could not be read is remembered as an empty one.
    close(tile);
    return false;
}

GDALDataset& BlockReader::dataset_of(const Tile& tile) {
    const auto found = std::ranges::find(files_, &tile, &OpenFile::tile);
    if (found != files_.end()) {
        files_.splice(files_.begin(), files_, found);
        return *files_.front().dataset;
    }
    while (files_.size() >= max_open_files_)
        files_.pop_back();
    files_.push_front({.tile = &tile, .dataset = open_raster(tile.path)});
    return *files_.front().dataset;
}

void BlockReader::close(const Tile& tile) {
    files_.remove_if([&](const OpenFile& file) { return file.tile == &tile; });
}

std::unique_ptr<std::byte[]> BlockReader::decode(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    GDALRasterBand& band = *dataset_of(tile).GetRasterBand(1);
    auto pixels = buffer_of(tile.block_bytes());
    const MessageCatcher catcher(is_remote(tile.path) ? Caught::answers : Caught::failures);
    // ReadBlock, not RasterIO: GDAL's shared block cache costs several times the decoding, and its lock stops
    // other threads.
    const CPLErr result = band.ReadBlock(static_cast<int>(block_column), static_cast<int>(block_row), pixels.get());
    if (result == CE_None) return pixels;
    if (policy_ == MissingBlocks::stop) {
        throw unreadable_block(tile, block_column, block_row, stored_bytes(band, block_column, block_row), catcher);
    }
    // After a failure libtiff takes a block for one that was never written: the next read needs a handle that knows
    // nothing of it.
    close(tile);
    missing_->add(tile, block_column, block_row);
    return nullptr;
}

std::unique_ptr<std::byte[]> BlockReader::buffer_of(std::int64_t bytes) {
    const auto spare = std::ranges::find(spare_.rbegin(), spare_.rend(), bytes, &Buffer::bytes);
    if (spare == spare_.rend()) return std::make_unique_for_overwrite<std::byte[]>(static_cast<std::size_t>(bytes));
    auto memory = std::move(spare->memory);
    spare_bytes_ -= bytes;
    spare_.erase(std::next(spare).base());
    return memory;
}

/// Drops the blocks used longest ago, but none of this window.
void BlockReader::drop_beyond(std::int64_t budget_bytes) {
    while (cached_bytes_ > std::max<std::int64_t>(0, budget_bytes) && blocks_.back().window != window_) {
        CachedBlock& block = blocks_.back();
        cached_bytes_ -= block.bytes;
        place_.erase(block.key);
        if (block.pixels && spare_bytes_ + block.bytes <= most_spare_bytes) {
            spare_.push_back({.memory = std::move(block.pixels), .bytes = block.bytes});
            spare_bytes_ += block.bytes;
        }
        blocks_.pop_back();
    }
}

}  // namespace reddline::gdal_io
