#pragma once

#include <functional>
#include <string>

namespace reddline::gdal_io {

/// Sends all of GDAL's messages that no catcher keeps to `write`, from any thread but one at a time.
void route_messages(std::function<void(const std::string&)> write);

/// Which of GDAL's messages are kept from the log.
enum class Caught {
    failures,    ///< failures only; warnings still reach the log
    everything,  ///< warnings too, where they are GDAL's way of giving a reason
};

/// Catches what GDAL says on this thread for as long as it lives, so that it can be told as an error of our
/// own.
class MessageCatcher {
public:
    explicit MessageCatcher(Caught caught = Caught::failures);
    ~MessageCatcher();
    MessageCatcher(const MessageCatcher&) = delete;
    MessageCatcher& operator=(const MessageCatcher&) = delete;

    /// The first message caught, which is the closest to the cause, on one line; a plain phrase when there
    /// was none.
    [[nodiscard]] std::string first() const;
    /// True when any message was caught.
    [[nodiscard]] bool any() const { return !first_.empty(); }
    /// Keeps a message unless one was kept before.
    void keep(const char* message);
    [[nodiscard]] Caught caught() const { return caught_; }

private:
    Caught caught_;
    std::string first_;
};

}  // namespace reddline::gdal_io
