#include <atomic>
#include <iostream>
#include <string>

#include "cli/command_line.hpp"
#include "cli/messages.hpp"
#include "cli/run.hpp"
#include "cli/stop_signal.hpp"
#include "domain/error.hpp"
#include "gdal_io/gdal_session.hpp"

int main(int argc, char** argv) {
    using reddline::Error;
    using reddline::ErrorCode;
    auto format = reddline::cli::MessageFormat::text;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--json") format = reddline::cli::MessageFormat::json;
    }
    return reddline::cli::exit_code_of_work(format, [&] {
        const std::atomic<bool>& stop = reddline::cli::watch_stop_signals();
        const reddline::cli::CommandLine line = reddline::cli::parse_command_line(argc, argv);
        if (line.text) {
            std::cout << *line.text << std::flush;
            return 0;
        }
        reddline::gdal_io::start_gdal(
            [format](const std::string& text) { reddline::cli::print_message("note", text, format); });
        const int exit_code = reddline::cli::run(line.options, stop);
        if (!std::cout.flush()) {
            throw Error(ErrorCode::output_failed, "stdout",
                        "expected to print the answer, found that nothing more can be written there; check where it "
                        "leads to, or add --quiet");
        }
        return exit_code;
    });
}
