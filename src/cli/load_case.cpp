#include "cli/load_case.hpp"

#include "cli/load_crosstab.hpp"
#include "cli/raster_pass.hpp"
#include "cli/use_index.hpp"
#include "domain/error.hpp"
#include "pipeline/ordered_map.hpp"

namespace reddline::cli {

namespace {

LoadedCase counted_case(const Options& options, const std::atomic<bool>& stop) {
    LoadedCase loaded{load_tables(options), {}, {}, std::nullopt};
    RasterInputs rasters = open_rasters(loaded.tables, options);
    InputDigests digests(stop);
    use_index(options, loaded.tables, stop, digests, rasters);
    pipeline::expect_running(&stop);
    loaded.layer_findings = count_pixels(rasters, options, stop, {}, loaded.tables);
    loaded.files = rasters.read;
    return loaded;
}

}  // namespace

bool counts_no_pixels(const Options& options) {
    if (!is_of_tables_alone(options)) return false;
    if (options.index.empty()) return true;
    throw Error(ErrorCode::usage, "--index",
                "expected none, because " + options.audit_file + " is an audit of tables alone, found '" +
                    options.index + "'; leave it out");
}

LoadedCase load_case(const Options& options, const std::atomic<bool>& stop) {
    const bool has_pixels = !counts_no_pixels(options);
    if (!has_pixels && !options.crosstab.empty()) {
        throw Error(ErrorCode::usage, "--crosstab",
                    "expected none, because " + options.audit_file + " is an audit of tables alone, found '" +
                        options.crosstab + "'; leave it out");
    }
    if (!has_pixels) return {load_tables_alone(options), {}, {}, std::nullopt};
    if (options.crosstab.empty()) return counted_case(options, stop);
    LoadedCase loaded{load_tables(options), {}, {}, std::nullopt};
    const EarlierCount earlier = load_crosstab(options.crosstab, loaded.tables);
    loaded.files = earlier.files;
    loaded.layer_findings = earlier.layer_findings;
    loaded.earlier = earlier.basis;
    return loaded;
}

std::string doubts_text(const Findings& layer_findings) {
    std::string text;
    for (const Finding& finding : layer_findings) {
        if (finding.severity == Severity::note) continue;
        text += "To doubt, " + finding.code + " (" + finding.subject + "): " + finding.message + " " +
                finding.evidence + "\n";
    }
    return text;
}

}  // namespace reddline::cli
