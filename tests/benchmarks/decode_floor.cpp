#include <gdal_priv.h>

#include <algorithm>
#include <atomic>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <mutex>
#include <stdexcept>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <vector>

// How long nothing but decoding takes: the least that any program which reads these blocks through GDAL must spend.
//
// Every thread has a dataset of its own of every file, decodes blocks with ReadBlock into one buffer that it uses again,
// and adds up all that it decoded in words of 64 bits, so that no byte stays untouched.

namespace {

constexpr std::string_view usage =
    "usage: decode_floor THREADS [--blocks FILE] RASTER...\n"
    "Decodes all blocks of the rasters' first bands, or those that FILE lists, and prints how many and their sum.\n"
    "A line of FILE is 'raster column row': which raster of the command line, from 0, and the block's place in it.\n";

struct Block {
    std::size_t raster = 0;
    int column = 0;
    int row = 0;
};

struct Decoded {
    std::uint64_t blocks = 0;
    std::uint64_t bytes = 0;
    std::uint64_t sum = 0;  ///< of all 64-bit words, modulo 2^64: the same in any order
};

/// One raster as one thread sees it.
class Raster {
public:
    explicit Raster(const std::string& path)
        : dataset_{GDALDataset::Open(path.c_str(), GDAL_OF_RASTER | GDAL_OF_READONLY)} {
        if (!dataset_) throw std::runtime_error("expected a raster at " + path + ": " + CPLGetLastErrorMsg());
        band_ = dataset_->GetRasterBand(1);
        band_->GetBlockSize(&block_columns_, &block_rows_);
        const int pixel_bytes = GDALGetDataTypeSizeBytes(band_->GetRasterDataType());
        const auto bytes = std::size_t(block_columns_) * std::size_t(block_rows_) * std::size_t(pixel_bytes);
        pixels_.resize((bytes + sizeof(std::uint64_t) - 1) / sizeof(std::uint64_t));
        bytes_ = bytes;
    }

    int columns_of_blocks() const { return (dataset_->GetRasterXSize() + block_columns_ - 1) / block_columns_; }
    int rows_of_blocks() const { return (dataset_->GetRasterYSize() + block_rows_ - 1) / block_rows_; }

    void decode(const Block& block, Decoded& decoded) {
        if (band_->ReadBlock(block.column, block.row, pixels_.data()) != CE_None) {
            throw std::runtime_error("expected a block that can be decoded at column " + std::to_string(block.column) +
                                     ", row " + std::to_string(block.row) + " of " + dataset_->GetDescription());
        }
        for (const std::uint64_t word : pixels_)
            decoded.sum += word;
        decoded.blocks += 1;
        decoded.bytes += bytes_;
    }

private:
    GDALDatasetUniquePtr dataset_;
    GDALRasterBand* band_ = nullptr;
    int block_columns_ = 0;
    int block_rows_ = 0;
    std::vector<std::uint64_t> pixels_;
    std::size_t bytes_ = 0;
};

std::vector<Raster> open_all(const std::vector<std::string>& paths) {
    std::vector<Raster> rasters;
    for (const std::string& path : paths)
        rasters.emplace_back(path);
    return rasters;
}

/// All blocks, those of all rasters by turns, so that threads work near each other as a reader of all layers would.
std::vector<Block> all_blocks(const std::vector<Raster>& rasters) {
    int most_rows = 0;
    for (const Raster& raster : rasters)
        most_rows = std::max(most_rows, raster.rows_of_blocks());
    std::vector<Block> blocks;
    for (int row = 0; row < most_rows; ++row) {
        for (std::size_t i = 0; i < rasters.size(); ++i) {
            if (row >= rasters[i].rows_of_blocks()) continue;
            for (int column = 0; column < rasters[i].columns_of_blocks(); ++column)
                blocks.push_back({i, column, row});
        }
    }
    return blocks;
}

std::vector<Block> listed_blocks(const std::string& path, const std::vector<Raster>& rasters) {
    std::ifstream text(path);
    if (!text) throw std::runtime_error("expected a list of blocks at " + path + ", found no file");
    std::vector<Block> blocks;
    for (Block block; text >> block.raster >> block.column >> block.row;) {
        const bool is_there = block.raster < rasters.size() && block.column >= 0 && block.row >= 0 &&
                              block.column < rasters[block.raster].columns_of_blocks() &&
                              block.row < rasters[block.raster].rows_of_blocks();
        if (!is_there) {
            throw std::runtime_error(path + ": line " + std::to_string(blocks.size() + 1) +
                                     " names a block that the rasters do not have");
        }
        blocks.push_back(block);
    }
    if (!text.eof())
        throw std::runtime_error(path + ": expected three numbers in line " + std::to_string(blocks.size() + 1));
    return blocks;
}

Decoded decode_all(const std::vector<Block>& blocks, const std::vector<std::string>& paths, std::size_t threads) {
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    Decoded total;
    std::string failure;
    const auto work = [&] {
        Decoded mine;
        std::string reason;
        try {
            std::vector<Raster> rasters = open_all(paths);
            for (std::size_t i = next++; i < blocks.size(); i = next++)
                rasters[blocks[i].raster].decode(blocks[i], mine);
        } catch (const std::exception& error) {
            reason = error.what();
            next = blocks.size();
        }
        const std::scoped_lock lock(mutex);
        total.blocks += mine.blocks;
        total.bytes += mine.bytes;
        total.sum += mine.sum;
        if (failure.empty()) failure = reason;
    };
    {
        std::vector<std::jthread> others;
        for (std::size_t i = 1; i < threads; ++i)
            others.emplace_back(work);
        work();
    }
    if (!failure.empty()) throw std::runtime_error(failure);
    return total;
}

/// 0 where the text is no number of threads.
std::size_t thread_count(const std::string& text) {
    std::size_t threads = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), threads);
    return error == std::errc{} && end == text.data() + text.size() ? threads : 0;
}

int run(std::vector<std::string> arguments) {
    const std::size_t threads = arguments.empty() ? 0 : thread_count(arguments.front());
    if (threads == 0) {
        std::cerr << usage;
        return 2;
    }
    arguments.erase(arguments.begin());
    std::string list;
    if (arguments.size() >= 2 && arguments.front() == "--blocks") {
        list = arguments[1];
        arguments.erase(arguments.begin(), arguments.begin() + 2);
    }
    if (arguments.empty()) {
        std::cerr << usage;
        return 2;
    }
    GDALAllRegister();
    const std::vector<Raster> rasters = open_all(arguments);
    const std::vector<Block> blocks = list.empty() ? all_blocks(rasters) : listed_blocks(list, rasters);
    const Decoded decoded = decode_all(blocks, arguments, threads);
    std::cout << "{\"blocks\": " << decoded.blocks << ", \"bytes\": " << decoded.bytes << ", \"sum\": " << decoded.sum
              << "}\n";
    return 0;
}

}  // namespace

int main(int count, char** values) {
    try {
        return run({values + 1, values + count});
    } catch (const std::exception& error) {
        std::cerr << "decode_floor: " << error.what() << '\n';
        return 1;
    }
}
