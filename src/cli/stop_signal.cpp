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
    for (const int signal : {SIGHUP, SIGINT, SIGTERM, SIGUSR1}) {
        // What the caller has switched off, as nohup does, stays off.
        if (std::signal(signal, ask_to_stop) == SIG_IGN) std::signal(signal, SIG_IGN);
    }
    // A file that grows beyond its limit then fails like one on a full disk, instead of ending the process.
    std::signal(SIGXFSZ, SIG_IGN);
    return stop_asked;
}

}  // namespace reddline::cli
