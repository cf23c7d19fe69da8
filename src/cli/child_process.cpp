#include "cli/child_process.hpp"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <utility>

#include "domain/error.hpp"

namespace reddline::cli {

namespace {

[[noreturn]] void fail(const std::string& what) {
    throw Error(ErrorCode::internal, "reddline", "expected to start a process, found: " + what + "; try fewer --jobs");
}

/// Turns the new process into a run of this program. Nothing here may allocate: other threads' locks are not held any
/// more.
[[noreturn]] void become(char* const* arguments, int messages) {
    ::setpgid(0, 0);  // Stop signals of the terminal reach it through its parent alone, once.
    ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    for (const int signal : {SIGHUP, SIGINT, SIGTERM, SIGUSR1})
        std::signal(signal, SIG_DFL);
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(nothing, STDIN_FILENO);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(messages, STDERR_FILENO);
    ::execv("/proc/self/exe", arguments);
    ::_exit(127);  // As a shell says that a command cannot be started.
}

}  // namespace

ChildProcess::ChildProcess(const std::vector<std::string>& arguments) {
    std::vector<std::string> words{"reddline"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<char*> pointers;
    for (std::string& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0) fail(std::strerror(errno));
    process_ = ::fork();
    if (process_ == 0) become(pointers.data(), ends[1]);
    ::close(ends[1]);
    messages_ = ends[0];
    if (process_ < 0) {
        ::close(messages_);
        fail(std::strerror(errno));
    }
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : process_{std::exchange(other.process_, -1)},
      messages_{std::exchange(other.messages_, -1)},
      text_{std::move(other.text_)} {}

ChildProcess::~ChildProcess() {
    if (process_ > 0) {
        stop();
        static_cast<void>(wait());
    }
    if (messages_ >= 0) ::close(messages_);
}

bool ChildProcess::take_messages() {
    std::array<char, 4096> piece{};
    const ssize_t bytes = ::read(messages_, piece.data(), piece.size());
    if (bytes > 0) text_.append(piece.data(), static_cast<std::size_t>(bytes));
    return bytes > 0 || (bytes < 0 && errno == EINTR);
}

void ChildProcess::stop() const {
    ::kill(process_, SIGTERM);
}

int ChildProcess::wait() {
    int status = 0;
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = -1;
    constexpr int of_signals = 128;
    return WIFEXITED(status) ? WEXITSTATUS(status) : of_signals + WTERMSIG(status);
}

}  // namespace reddline::cli
