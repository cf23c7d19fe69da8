#include "cli/stop_signal.hpp"

#include <csignal>

namespace reddline::cli {

namespace {

// A signal handler can only reach what has static storage.
std::atomic<bool> stop_asked{false};

extern "C" void ask_to_stop(int signal) {
    stop_asked.store(true);
    std::signal(signal, SIG_DFL);
}

}  // namespace

const std::atomic<bool>& watch_stop_signals() {
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    return stop_asked;
}

}  // namespace reddline::cli
