#include "cli/load_sample.hpp"

#include "estimation/stratified_area.hpp"
#include "inputs/reference_sample.hpp"

namespace reddline::cli {

SampleEvidence load_sample(const inputs::SampleEntry& entry, const ReadTable& read_table) {
    const std::string areas = read_table(entry.areas);
    const std::string points = read_table(entry.points ? entry.points->file : entry.matrix);
    SampleEvidence evidence;
    evidence.sample = inputs::make_reference_sample(entry, areas, points);
    evidence.estimates = estimation::stratified_area(evidence.sample);
    evidence.zone = entry.zone;
    evidence.years = entry.years;
    return evidence;
}

}  // namespace reddline::cli
