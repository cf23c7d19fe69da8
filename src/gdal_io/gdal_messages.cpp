#include "gdal_io/gdal_messages.hpp"

#include <cpl_error.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace reddline::gdal_io {

namespace {

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
    const bool is_wanted = is_failure || (level == CE_Warning && catcher.caught() == Caught::everything);
    if (is_wanted) {
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
}

MessageCatcher::~MessageCatcher() {
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
}

}  // namespace reddline::gdal_io
