#include "gdal_io/gdal_messages.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>

#include <algorithm>
#include <charconv>
#include <mutex>
#include <utility>

namespace reddline::gdal_io {

namespace {

constexpr const char* debug_option = "CPL_DEBUG";

// GDAL keeps one error handler per process and calls it from any thread, so its log has to outlive every
// caller.
struct MessageLog {
    std::mutex mutex;
    std::function<void(const std::string&)> write;
};

MessageLog& message_log() {
    static MessageLog log;
    return log;
}

void log_message(CPLErr level, CPLErrorNum, const char* message) {
    MessageLog& log = message_log();
    const std::scoped_lock lock(log.mutex);
    if (!log.write) return;
    const char* kind = level == CE_Debug ? "debug" : level == CE_Warning ? "warning" : "failure";
    log.write(std::string("GDAL ") + kind + ": " + message);
}

void catch_message(CPLErr level, CPLErrorNum number, const char* message) {
    auto& catcher = *static_cast<MessageCatcher*>(CPLGetErrorHandlerUserData());
    const bool is_failure = level == CE_Failure || level == CE_Fatal;
    if (level == CE_Debug && catcher.caught() == Caught::answers) {
        catcher.note_answer(message);
    } else if (level == CE_Warning && catcher.caught() == Caught::answers) {
        return;  // the answer itself is noted
    } else if (is_failure || (level == CE_Warning && catcher.caught() == Caught::everything)) {
        catcher.keep(message);
    } else {
        log_message(level, number, message);
    }
}

}  // namespace

void route_messages(std::function<void(const std::string&)> write) {
    {
        const std::scoped_lock lock(message_log().mutex);
        message_log().write = std::move(write);
    }
    CPLSetErrorHandler(log_message);
}

MessageCatcher::MessageCatcher(Caught caught) : caught_{caught} {
    CPLPushErrorHandlerEx(catch_message, this);
    if (caught_ != Caught::answers) return;
    // GDAL tells the status of an answer only in its debugging messages.
    if (const char* setting = CPLGetThreadLocalConfigOption(debug_option, nullptr)) debug_setting_ = setting;
    CPLSetThreadLocalConfigOption(debug_option, "ON");
}

MessageCatcher::~MessageCatcher() {
    if (caught_ == Caught::answers) {
        CPLSetThreadLocalConfigOption(debug_option, debug_setting_ ? debug_setting_->c_str() : nullptr);
    }
    CPLPopErrorHandler();
    CPLErrorReset();
}

std::string MessageCatcher::first() const {
    return first_.empty() ? "GDAL gives no reason" : "GDAL says: " + first_;
}

void MessageCatcher::keep(const char* message) {
    if (!first_.empty() || message == nullptr) return;
    first_ = message;
    std::ranges::replace(first_, '\n', ' ');
    // libtiff's number for "none", where it reads a whole strip or tile.
    for (const std::string_view nowhere : {" at scanline 4294967295", " at row 4294967295, col 4294967295"}) {
        if (const std::size_t place = first_.find(nowhere); place != std::string::npos) {
            first_.erase(place, nowhere.size());
        }
    }
}

void MessageCatcher::note_answer(std::string_view message) {
    constexpr std::string_view before = "response_code=";
    const std::size_t place = message.find(before);
    if (place == std::string_view::npos) return;
    message.remove_prefix(place + before.size());
    int status = 0;
    if (std::from_chars(message.data(), message.data() + message.size(), status).ec == std::errc{}) {
        http_status_ = status;
    }
}

}  // namespace reddline::gdal_io
