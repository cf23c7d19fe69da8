#include "gdal_io/block_reader.hpp"

#include <gdal_priv.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "domain/error.hpp"
#include "gdal_io/gdal_messages.hpp"

namespace reddline::gdal_io {

namespace {

// Buffers of dropped blocks wait to be used again up to this size: the blocks of most windows, whose memory is still in
// the processor's cache.
constexpr std::int64_t most_spare_bytes = std::int64_t{4} << 20;

// Where the block begins in its file; only TIFF tells.
std::string offset_text(GDALRasterBand& band, std::int64_t block_column, std::int64_t block_row) {
    const std::string item = "BLOCK_OFFSET_" + std::to_string(block_column) + "_" + std::to_string(block_row);
    const char* offset = band.GetMetadataItem(item.c_str(), "TIFF");
    return offset == nullptr ? "" : ", at byte " + std::string(offset) + " of the file";
}

Error unreadable_block(const Tile& tile, std::int64_t block_column, std::int64_t block_row, const std::string& offset,
                       const std::string& reason) {
    return {ErrorCode::corrupt_raster, tile.path,
            "expected a block that can be decoded, found that block x " + std::to_string(block_column) + ", y " +
                std::to_string(block_row) + " (from pixel column " + std::to_string(block_column * tile.block.columns) +
                ", row " + std::to_string(block_row * tile.block.rows) + offset +
                ") cannot be; fetch the file again, or count such blocks as no data with --allow-missing-blocks. " +
                reason};
}

}  // namespace

void MissingBlockCount::add(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    const std::scoped_lock lock(mutex_);
    blocks_[&tile].emplace(block_column, block_row);
}

std::int64_t MissingBlockCount::of(const Tile& tile) const {
    const std::scoped_lock lock(mutex_);
    const auto found = blocks_.find(&tile);
    return found == blocks_.end() ? 0 : static_cast<std::int64_t>(found->second.size());
}

BlockReader::BlockReader(std::size_t open_files, MissingBlocks policy, MissingBlockCount& missing)
    : max_open_files_{std::max<std::size_t>(1, open_files)}, policy_{policy}, missing_{&missing} {}

void BlockReader::begin_window(std::int64_t bytes) {
    ++window_;
    budget_bytes_ = bytes;
    drop_beyond(budget_bytes_);
}

const std::byte* BlockReader::block(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    const Key key{&tile, block_column, block_row};
    if (const auto found = place_.find(key); found != place_.end()) {
        blocks_.splice(blocks_.begin(), blocks_, found->second);
        blocks_.front().window = window_;
        return blocks_.front().pixels.get();
    }
    drop_beyond(budget_bytes_ - tile.block_bytes());
    auto pixels = decode(tile, block_column, block_row);
    const std::int64_t bytes = pixels ? tile.block_bytes() : 0;
    blocks_.push_front({.key = key, .pixels = std::move(pixels), .bytes = bytes, .window = window_});
    place_.emplace(key, blocks_.begin());
    cached_bytes_ += bytes;
    return blocks_.front().pixels.get();
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

std::unique_ptr<std::byte[]> BlockReader::decode(const Tile& tile, std::int64_t block_column, std::int64_t block_row) {
    GDALRasterBand& band = *dataset_of(tile).GetRasterBand(1);
    auto pixels = buffer_of(tile.block_bytes());
    const MessageCatcher catcher;
    // ReadBlock, not RasterIO: GDAL's shared block cache costs several times the decoding, and its lock stops
    // other threads.
    const CPLErr result = band.ReadBlock(static_cast<int>(block_column), static_cast<int>(block_row), pixels.get());
    if (result == CE_None) return pixels;
    if (policy_ == MissingBlocks::stop) {
        const std::string reason = catcher.first();
        throw unreadable_block(tile, block_column, block_row, offset_text(band, block_column, block_row), reason);
    }
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
