#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include "gdal_io/open_dataset.hpp"
#include "gdal_io/tile.hpp"
#include "raster/window.hpp"

namespace reddline::gdal_io {

/// What happens to a block that cannot be read.
enum class MissingBlocks {
    stop,     ///< an error
    no_data,  ///< no data, and counted
};

/// The blocks that could not be read, each once, whichever threads met them.
class MissingBlockCount {
public:
    /// Notes a block of a tile.
    void add(const Tile& tile, std::int64_t block_column, std::int64_t block_row);
    /// Column and row of each block noted of a tile, ascending; they are forgotten then.
    [[nodiscard]] std::vector<std::pair<std::int64_t, std::int64_t>> take(const Tile& tile);

private:
    std::mutex mutex_;
    std::map<const Tile*, std::set<std::pair<std::int64_t, std::int64_t>>> blocks_;
};

/// Decodes native blocks with handles of its own; a few files stay open, and the blocks of a window stay in memory until
/// the next one needs the room. Serves one thread.
class BlockReader {
public:
    /// `open_files` bounds the files open at a time; the tiles and `missing` must outlive the reader.
    BlockReader(std::size_t open_files, MissingBlocks policy, MissingBlockCount& missing);

    /// Begins a window whose blocks take `bytes` in all: those of earlier windows stay as far as there is room beside its
    /// own, so that it finds the blocks it shares with its neighbours.
    void begin_window(std::int64_t bytes);

    /// Asks a remote file at once for the bytes of all blocks under windows of the tile's own lattice, in few requests, so
    /// that decoding does not wait for each of them.
    ///
    /// Errors: those of open_raster.
    void fetch_ahead(const Tile& tile, const std::vector<raster::Window>& windows);

    /// The decoded pixels of a block, row by row, full width even where the block reaches beyond the file;
    /// null when the block cannot be read and counts as no data. Valid until the next window begins.
    ///
    /// Errors: Error{corrupt_raster} naming file, block and pixel offset; those of open_raster.
    [[nodiscard]] const std::byte* block(const Tile& tile, std::int64_t block_column, std::int64_t block_row);

private:
    using Key = std::tuple<const Tile*, std::int64_t, std::int64_t>;
    struct CachedBlock {
        Key key;
        std::unique_ptr<std::byte[]> pixels;  // null = cannot be read
        std::int64_t bytes = 0;
        std::int64_t window = 0;  // the one that used it last
    };
    struct Buffer {
        std::unique_ptr<std::byte[]> memory;
        std::int64_t bytes = 0;
    };
    struct OpenFile {
        const Tile* tile = nullptr;
        DatasetPtr dataset;
    };

    [[nodiscard]] std::optional<const std::byte*> cached(const Key& key);
    [[nodiscard]] bool is_known_empty(const Tile& tile, std::int64_t block_column, std::int64_t block_row);
    [[nodiscard]] GDALDataset& dataset_of(const Tile& tile);
    void close(const Tile& tile);
    [[nodiscard]] std::unique_ptr<std::byte[]> decode(const Tile& tile, std::int64_t block_column,
                                                      std::int64_t block_row);
    [[nodiscard]] std::unique_ptr<std::byte[]> buffer_of(std::int64_t bytes);
    void drop_beyond(std::int64_t budget_bytes);

    std::size_t max_open_files_;
    MissingBlocks policy_;
    MissingBlockCount* missing_;
    std::list<OpenFile> files_;      // the one used last in front
    std::list<CachedBlock> blocks_;  // the one used last in front
    std::map<Key, std::list<CachedBlock>::iterator> place_;
    std::vector<Buffer> spare_;  // of dropped blocks; the one dropped last, whose memory is in the cache, at the end
    std::int64_t spare_bytes_ = 0;
    std::int64_t budget_bytes_ = 0;
    std::int64_t cached_bytes_ = 0;
    std::int64_t window_ = 0;
};

}  // namespace reddline::gdal_io
