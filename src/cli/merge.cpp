#include "cli/merge.hpp"

#include <algorithm>
#include <cstdint>
#include <iostream>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "cli/merged_parts.hpp"
#include "cli/messages.hpp"
#include "cli/output_directory.hpp"
#include "cli/parts_directory.hpp"
#include "cli/stopwatch.hpp"
#include "cli/write_crosstab.hpp"
#include "cli/write_data_package.hpp"
#include "domain/count_basis.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "inputs/crosstab_table.hpp"
#include "inputs/finding_table.hpp"
#include "pipeline/ordered_map.hpp"
#include "report/answer.hpp"
#include "report/count_basis_json.hpp"
#include "report/run_json.hpp"

namespace reddline::cli {

namespace {

/// Where the parts of one plan are.
struct FoundParts {
    std::vector<PartsDirectory> directories;
    std::vector<const PartsDirectory*> holder;  // of each unit; null = missing

    [[nodiscard]] const WorkPlan& plan() const { return directories.front().plan(); }
    [[nodiscard]] std::vector<std::size_t> missing() const {
        std::vector<std::size_t> units;
        for (std::size_t unit = 0; unit < holder.size(); ++unit) {
            if (holder[unit] == nullptr) units.push_back(unit);
        }
        return units;
    }
};

/// Numbers as a list in which runs are shortened, such as "0 to 3, 7".
std::string listed_units(const std::vector<std::size_t>& units) {
    std::string text;
    for (std::size_t i = 0; i < units.size();) {
        std::size_t last = i;
        while (last + 1 < units.size() && units[last + 1] == units[last] + 1)
            ++last;
        text += (text.empty() ? "" : ", ") + std::to_string(units[i]);
        if (last > i) text += " to " + std::to_string(units[last]);
        i = last + 1;
    }
    return text;
}

FoundParts find_parts(const std::vector<std::string>& paths) {
    FoundParts found;
    for (const std::string& path : paths)
        found.directories.emplace_back(path);
    found.holder.resize(found.plan().units.size(), nullptr);
    for (const PartsDirectory& parts : found.directories) {
        if (parts.plan_sha256() != found.directories.front().plan_sha256()) {
            throw Error(ErrorCode::crosstab_mismatch, parts.path(),
                        "expected parts of the same plan as " + found.directories.front().path() +
                            ", found another plan; merge only shards of one audit file, one version and one --unit");
        }
        for (const std::size_t unit : parts.units_there()) {
            if (unit >= found.holder.size()) {
                throw Error(ErrorCode::crosstab_mismatch, parts.path(),
                            "expected units 0 to " + std::to_string(found.holder.size() - 1) +
                                ", found a part of unit " + std::to_string(unit) +
                                "; remove what does not belong to this plan");
            }
            if (found.holder[unit] != nullptr) {
                throw Error(ErrorCode::crosstab_mismatch, parts.path(),
                            "expected each unit once, found unit " + std::to_string(unit) + " also in " +
                                found.holder[unit]->path() + "; leave one of the two out");
            }
            found.holder[unit] = &parts;
        }
    }
    return found;
}

std::vector<StrataMap> maps_of(const WorkPlan& plan) {
    std::vector<StrataMap> maps;
    for (const PlannedMap& planned : plan.maps) {
        StrataMap map{planned.name, 0, StrataRole::baseline, Legend{}};
        // Tables need the names alone; the facts of the plan hold the codes.
        for (std::size_t i = 0; i < planned.strata.size(); ++i)
            map.legend.add(std::to_string(i), {planned.strata[i]});
        maps.push_back(std::move(map));
    }
    return maps;
}

Finding partial_finding(const std::vector<std::size_t>& missing, const WorkPlan& plan) {
    return {.code = "count_partial",
            .severity = Severity::contradiction,
            .subject = "crosstab",
            .message =
                "Parts of the zones are not counted: every area and every tonne is too small, and no credit follows.",
            .evidence = counted(std::ssize(missing), "unit") + " of " + std::to_string(plan.units.size()) +
                        " missing: " + listed_units(missing)};
}

std::string partial_text(const std::vector<std::size_t>& missing, const WorkPlan& plan) {
    return std::string(partial_mark) + std::to_string(missing.size()) + " of " + std::to_string(plan.units.size()) +
           " units are not counted";
}

void expect_complete(const FoundParts& parts, const std::vector<std::size_t>& missing) {
    if (missing.empty()) return;
    std::string failures;
    for (const PartsDirectory& directory : parts.directories) {
        for (const auto& [unit, text] : directory.failures())
            failures += "; unit " + std::to_string(unit) + " failed: " + text;
    }
    throw Error(ErrorCode::incomplete, parts.directories.front().path(),
                "expected all " + counted(std::ssize(parts.holder), "unit") + ", found none of " +
                    listed_units(missing) + failures + "; run the shards that hold them again, or add --allow-partial");
}

}  // namespace

int merge(const Options& options, const std::atomic<bool>& stop) {
    Stopwatch watch;
    const FoundParts parts = find_parts(options.parts);
    const WorkPlan& plan = parts.plan();
    const std::vector<std::size_t> missing = parts.missing();
    if (!options.allow_partial) expect_complete(parts, missing);
    OutputDirectory output(options.output, options.overwrite ? Existing::replace : Existing::refuse);
    MergedParts merged(plan);
    for (std::size_t unit = 0; unit < parts.holder.size(); ++unit) {
        if (parts.holder[unit] == nullptr) continue;
        pipeline::expect_running(&stop);
        merged.add(parts.holder[unit]->read(unit), parts.holder[unit]->path());
    }
    AuditCase audit{plan.title, "", "", merged.codes(), {}, {}, maps_of(plan), {}, {}, {}, {}, {}, {}, {}, {},
                    {},         {}, {}};
    audit.zones = inputs::parse_zones(plan.zones_csv, "plan.json");
    audit.crosstabs = merged.crosstabs(audit.zones.size());
    set_zone_areas(audit, !missing.empty());
    Findings findings = inputs::parse_findings(plan.layer_findings_csv, "plan.json");
    for (const Finding& finding : merged.unread_findings())
        findings.push_back(finding);
    Provenance provenance = plan.provenance;
    provenance.inputs = merged.inputs();
    CountBasis basis{plan.facts, plan.provenance.pixels_read, {}, ""};
    basis.inputs.assign(provenance.inputs.begin() + static_cast<std::ptrdiff_t>(plan.inputs_of_tables),
                        provenance.inputs.end());
    if (!missing.empty()) {
        findings.push_back(partial_finding(missing, plan));
        basis.partial = partial_text(missing, plan);
        provenance.label += (provenance.label.empty() ? "" : "; ") + basis.partial;
    }
    watch.lap("merge");
    write_crosstab(audit, findings, output);
    output.write("crosstab.json", report::count_basis_json(basis));
    output.write("run.json", report::run_json(provenance));
    write_data_package(audit.title, provenance.label, audit.maps, stop, output);
    watch.lap("write");
    output.write("timing.json", report::timing_json(watch.laps(), 1));
    pipeline::expect_running(&stop);
    output.publish();
    if (options.quiet) return 0;
    std::cout << plan.title << '\n'
              << (basis.partial.empty() ? "" : basis.partial + "\n")
              << pixels_text(report::read_sentence(report::english(), audit)) << "Results: " << options.output
              << std::endl;
    return 0;
}

int print_status(const Options& options) {
    const FoundParts parts = find_parts(options.parts);
    const std::vector<std::size_t> missing = parts.missing();
    const std::size_t units = parts.holder.size();
    std::string failures;
    for (const PartsDirectory& directory : parts.directories) {
        for (const auto& [unit, text] : directory.failures())
            failures += "Unit " + std::to_string(unit) + " failed: " + text + "\n";
    }
    if (!options.quiet) {
        std::cout << parts.plan().title << '\n'
                  << units - missing.size() << " of " << counted(static_cast<std::int64_t>(units), "unit")
                  << (units == 1 ? " is there; " : " are there; ")
                  << (missing.empty() ? "'reddline merge' can add them up" : "missing: " + listed_units(missing))
                  << '\n'
                  << failures << std::flush;
    }
    return missing.empty() ? 0 : exit_code_of(ErrorCode::incomplete);
}

}  // namespace reddline::cli
