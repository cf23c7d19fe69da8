#include "cli/publish_results.hpp"

#include "cli/write_data_package.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/run_json.hpp"

namespace reddline::cli {

void publish_results(const Provenance& provenance, const std::string& title, const std::vector<StrataMap>& maps,
                     std::size_t threads, const std::atomic<bool>& stop, Stopwatch& watch, OutputDirectory& output) {
    watch.lap("hash");
    output.write("run.json", report::run_json(provenance));
    write_data_package(title, provenance.label, maps, stop, output);
    output.write("timing.json", report::timing_json(watch.laps(), threads));
    pipeline::expect_running(&stop);
    output.publish();
}

}  // namespace reddline::cli
