#pragma once

#include <cstddef>
#include <cstdint>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <tuple>
#include <vector>

#include "gdal_io/open_dataset.hpp"
#include "gdal_io/tile.hpp"

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
    /// Blocks noted of a tile.
    [[nodiscard]] std::int64_t of(const Tile& tile) const;

private:
    mutable std::mutex mutex_;
    std::map<const Tile*, std::set<std::tuple<std::int64_t, std::int64_t>>> blocks_;
};

/// Decodes native blocks with handles of its own; a few files stay open, and the blocks used last stay in
/// memory. Serves one thread.
class BlockReader {
public:
    /// `open_files` bounds the files open at a time; the tiles and `missing` must outlive the reader.
    BlockReader(std::size_t open_files, MissingBlocks policy, MissingBlockCount& missing);

    /// Makes room for the blocks of a window, of `bytes` in all, so that its neighbours find those they share with it.
    void make_room(std::int64_t bytes);

    /// The decoded pixels of a block, row by row, full width even where the block reaches beyond the file;
    /// null when the block cannot be read and counts as no data. Valid until the next call.
    ///
    /// Errors: Error{corrupt_raster} naming file, block and pixel offset; those of open_raster.
    [[nodiscard]] const std::byte* block(const Tile& tile, std::int64_t block_column, std::int64_t block_row);

private:
    using Key = std::tuple<const Tile*, std::int64_t, std::int64_t>;
    struct CachedBlock {
        Key key;
        std::unique_ptr<std::byte[]> pixels;  // null = cannot be read
        std::int64_t bytes = 0;
    };
    struct OpenFile {
        const Tile* tile = nullptr;
        DatasetPtr dataset;
    };

    [[nodiscard]] GDALDataset& dataset_of(const Tile& tile);
    [[nodiscard]] std::unique_ptr<std::byte[]> decode(const Tile& tile, std::int64_t block_column,
                                                      std::int64_t block_row);
    void drop_beyond(std::int64_t budget_bytes);

    std::size_t max_open_files_;
    MissingBlocks policy_;
    MissingBlockCount* missing_;
    std::list<OpenFile> files_;      // the one used last in front
    std::list<CachedBlock> blocks_;  // the one used last in front
    std::map<Key, std::list<CachedBlock>::iterator> place_;
    std::int64_t budget_bytes_;
    std::int64_t cached_bytes_ = 0;
};

}  // namespace reddline::gdal_io
