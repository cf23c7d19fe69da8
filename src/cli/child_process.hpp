#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace reddline::cli {

/// A run of this program in a process of its own, which ends when this one does. What it prints on stderr is collected;
/// stdout is dropped.
class ChildProcess {
public:
    /// Starts `reddline` with these arguments. Errors: Error{internal} when no process can be made.
    explicit ChildProcess(const std::vector<std::string>& arguments);
    ~ChildProcess();
    ChildProcess(ChildProcess&& other) noexcept;
    ChildProcess& operator=(ChildProcess&&) = delete;
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    /// Where its messages arrive, to wait for them; reads end of file once it has ended.
    [[nodiscard]] int descriptor() const { return messages_; }
    /// Takes what has arrived; false once nothing more will.
    [[nodiscard]] bool take_messages();
    [[nodiscard]] const std::string& messages() const { return text_; }
    /// Asks it to stop as a signal would.
    void stop() const;
    /// Waits for its end: its exit code, or 128 and the number of the signal that ended it, as shells say it.
    [[nodiscard]] int wait();

private:
    pid_t process_ = -1;
    int messages_ = -1;
    std::string text_;
};

}  // namespace reddline::cli
