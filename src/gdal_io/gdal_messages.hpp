#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace reddline::gdal_io {

/// Sends all of GDAL's messages that no catcher keeps to `write`, from any thread but one at a time.
void route_messages(std::function<void(const std::string&)> write);

/// Which of GDAL's messages are kept from the log.
enum class Caught {
    failures,    ///< failures only; warnings still reach the log
    everything,  ///< warnings too, where they are GDAL's way of giving a reason
    answers,     ///< warnings too, which tell of requests made again, and what a server answered last
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
    /// The HTTP status of the server's last answer, 0 when none came; nothing where answers are not caught.
    [[nodiscard]] std::optional<int> http_status() const { return http_status_; }
    /// Keeps a message unless one was kept before.
    void keep(const char* message);
    /// Notes the HTTP status that a debugging message tells of, where it does.
    void note_answer(std::string_view message);
    [[nodiscard]] Caught caught() const { return caught_; }

private:
    Caught caught_;
    std::string first_;
    std::optional<int> http_status_;
    std::optional<std::string> debug_setting_;  // of the thread, before answers were caught
};

}  // namespace reddline::gdal_io
