#pragma once

#include <cpl_vsi.h>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

namespace reddline::tests {

/// One read of a file behind `/vsifaulty`.
struct FileRead {
    std::int64_t number = 0;  ///< of this file's reads, from 0
    std::int64_t offset = 0;
    std::int64_t bytes = 0;
};

/// How many of the bytes asked for a read gives: all of them, fewer, or none.
using Serve = std::function<std::int64_t(const FileRead&)>;

/// Files of GDAL's other file systems that go wrong on request, and remember what was read: `/vsifaulty/vsimem/a.tif` is
/// `/vsimem/a.tif`. For tests alone.
class FaultyFiles {
public:
    /// GDAL keeps a file system as long as the process lives, so it has to live as long.
    static FaultyFiles& installed() {
        static FaultyFiles files;
        return files;
    }

    /// The path behind which a file goes wrong.
    [[nodiscard]] static std::string faulty(const std::string& path) { return "/vsifaulty" + path; }

    /// From now on reads of the file give what `serve` says; what was read before is forgotten.
    void watch(const std::string& path, Serve serve) {
        const std::scoped_lock lock(guard_);
        watched_[path] = {.serve = std::move(serve), .reads = {}};
    }
    /// The reads of a file since it has been watched, from all handles.
    [[nodiscard]] std::vector<FileRead> reads(const std::string& path) {
        const std::scoped_lock lock(guard_);
        return watched_[path].reads;
    }

private:
    struct Watched {
        Serve serve;
        std::vector<FileRead> reads;
    };
    struct Handle {
        FaultyFiles* files = nullptr;
        std::string path;
        VSILFILE* file = nullptr;
        bool at_end = false;
    };

    FaultyFiles() {
        VSIFilesystemPluginCallbacksStruct* calls = VSIAllocFilesystemPluginCallbacksStruct();
        calls->pUserData = this;
        calls->stat = [](void*, const char* name, VSIStatBufL* status, int flags) {
            return VSIStatExL(under(name).c_str(), status, flags);
        };
        calls->open = [](void* files, const char* name, const char* access) -> void* {
            VSILFILE* file = VSIFOpenL(under(name).c_str(), access);
            return file == nullptr ? nullptr : new Handle{static_cast<FaultyFiles*>(files), under(name), file};
        };
        calls->tell = [](void* handle) { return VSIFTellL(of(handle).file); };
        calls->seek = [](void* handle, vsi_l_offset offset, int from) {
            of(handle).at_end = false;
            return VSIFSeekL(of(handle).file, offset, from);
        };
        calls->read = [](void* handle, void* bytes, std::size_t size, std::size_t count) {
            return read(of(handle), bytes, size, count);
        };
        calls->eof = [](void* handle) { return of(handle).at_end ? 1 : 0; };
        calls->close = [](void* handle) {
            const std::unique_ptr<Handle> owned(&of(handle));
            return VSIFCloseL(owned->file);
        };
        VSIInstallPluginHandler("/vsifaulty/", calls);
        VSIFreeFilesystemPluginCallbacksStruct(calls);
    }

    static std::string under(const char* name) { return std::string("/") + name; }
    static Handle& of(void* handle) { return *static_cast<Handle*>(handle); }

    static std::size_t read(Handle& handle, void* bytes, std::size_t size, std::size_t count) {
        const auto offset = static_cast<std::int64_t>(VSIFTellL(handle.file));
        const auto asked = static_cast<std::int64_t>(size * count);
        const std::int64_t given = handle.files->serve(handle.path, offset, asked);
        const std::size_t got = VSIFReadL(bytes, 1, static_cast<std::size_t>(given), handle.file);
        handle.at_end = got < static_cast<std::size_t>(asked);
        return size == 0 ? 0 : got / size;
    }

    std::int64_t serve(const std::string& path, std::int64_t offset, std::int64_t bytes) {
        const std::scoped_lock lock(guard_);
        Watched& watched = watched_[path];
        const FileRead read{static_cast<std::int64_t>(watched.reads.size()), offset, bytes};
        watched.reads.push_back(read);
        return watched.serve ? watched.serve(read) : bytes;
    }

    std::mutex guard_;
    std::map<std::string, Watched> watched_;
};

}  // namespace reddline::tests
