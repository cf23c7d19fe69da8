#include "cli/explain.hpp"

#include <algorithm>
#include <iostream>
#include <string>
#include <vector>

#include "accounting/filter_steps.hpp"
#include "accounting/open_choices.hpp"
#include "cli/load_case.hpp"
#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/zone_loss.hpp"
#include "inputs/nearest_name.hpp"
#include "report/filter_steps_text.hpp"

namespace reddline::cli {

namespace {

/// Index of the wanted name.
std::size_t index_of(const std::string& wanted, const std::vector<std::string>& known, const std::string& option) {
    const auto found = std::ranges::find(known, wanted);
    if (found != known.end()) return static_cast<std::size_t>(found - known.begin());
    throw Error(ErrorCode::usage, option,
                "expected one of " + joined(known) + ", found '" + wanted + "'; the nearest is '" +
                    inputs::nearest_name(wanted, known) + "'");
}

std::size_t zone_of(const AuditCase& audit, const std::string& wanted) {
    std::vector<std::string> names;
    for (const ZoneExtent& extent : audit.zones)
        names.push_back(extent.zone.name);
    return index_of(wanted, names, "--zone");
}

void expect_stratum(const AuditCase& audit, const Reading& reading, const std::string& wanted) {
    std::vector<std::string> names;
    if (reading.strata_map) {
        for (const Stratum& stratum : audit.maps[*reading.strata_map].legend.strata())
            names.push_back(stratum.name);
    } else {
        names.emplace_back(unstratified);
    }
    static_cast<void>(index_of(wanted, names, "--stratum"));
}

LossYear year_of(const AuditCase& audit, int wanted) {
    if (audit.codes.code_of(LossYear{wanted})) return LossYear{wanted};
    const int first = audit.codes.first().value();
    const int last = audit.codes.last().value();
    throw Error(ErrorCode::usage, "--year",
                "expected a year of the loss product, " + std::to_string(first) + " to " + std::to_string(last) +
                    ", found " + std::to_string(wanted) + "; the nearest is " +
                    std::to_string(std::clamp(wanted, first, last)));
}

}  // namespace

int explain(const Options& options, const std::atomic<bool>& stop) {
    const LoadedCase loaded = load_case(options, stop);
    const AuditCase& audit = loaded.tables.audit;
    if (!audit.has_pixels()) {
        throw Error(ErrorCode::usage, options.audit_file,
                    "expected an audit file with [loss] and [[zones]], whose pixels can be counted, found an audit of "
                    "tables alone; nothing is filtered there");
    }
    Reading reading = accounting::default_reading(audit);
    reading.route = Route::loss;  // pixels of loss years are filtered, whichever route the credits take
    const std::size_t zone = zone_of(audit, options.zone);
    expect_stratum(audit, reading, options.stratum);
    const LossOfStratum question{zone, options.stratum, year_of(audit, options.year)};
    const std::string text = report::filter_steps_text(audit, accounting::filter_steps(audit, reading, question)) +
                             doubts_text(loaded.layer_findings);
    if (!options.quiet) std::cout << text << std::flush;
    return 0;
}

}  // namespace reddline::cli
