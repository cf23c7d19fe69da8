#include "inputs/uncertainty_entry.hpp"

#include <limits>

namespace reddline::inputs {

namespace {

std::vector<double> read_confidence(const TomlField& field) {
    std::vector<double> levels;
    for (const TomlField& level : field.elements()) {
        const double confidence = level.number(0.0, 1.0);
        if (confidence <= 0.0 || confidence >= 1.0) level.fail("a number between 0 and 1", "such as 0.9");
        levels.push_back(confidence);
    }
    return levels;
}

}  // namespace

UncertaintyEntry read_uncertainty(const TomlTable& audit_file) {
    UncertaintyEntry entry;
    const auto section = audit_file.find("uncertainty");
    if (!section) return entry;
    const TomlTable table = section->table();
    table.expect_keys({}, {"draws", "seed", "confidence", "inputs", "plots", "correlation"});
    if (const auto draws = table.find("draws"))
        entry.rules.draws = static_cast<std::uint64_t>(draws->whole(fewest_draws, most_draws));
    if (const auto seed = table.find("seed"))
        entry.rules.seed = static_cast<std::uint64_t>(seed->whole(0, std::numeric_limits<int>::max()));
    if (const auto confidence = table.find("confidence")) entry.rules.confidence = read_confidence(*confidence);
    entry.inputs = table.text_or_empty("inputs");
    entry.plots = table.text_or_empty("plots");
    entry.correlation = table.text_or_empty("correlation");
    if (const auto plots = table.find("plots"); plots && entry.inputs.empty())
        plots->fail("no plots without inputs", "name the bootstrap inputs in a table of inputs");
    return entry;
}

}  // namespace reddline::inputs
