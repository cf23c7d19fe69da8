#include "cli/load_tables.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "cli/load_sample.hpp"
#include "domain/error.hpp"
#include "domain/file_name.hpp"
#include "estimation/sampled_losses.hpp"
#include "gdal_io/gdal_session.hpp"
#include "inputs/buffer_ledger_table.hpp"
#include "inputs/claim_table.hpp"
#include "inputs/declared_area_table.hpp"
#include "inputs/factor_table.hpp"
#include "inputs/legend_table.hpp"
#include "inputs/needed_sections.hpp"
#include "inputs/sample_change_table.hpp"
#include "inputs/transition_table.hpp"
#include "inputs/uncertainty_table.hpp"
#include "inputs/zone_references.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

/// Reads tables and remembers which.
class TableReader {
public:
    TableReader(std::string folder, std::vector<std::string>& read) : folder_{std::move(folder)}, read_{read} {}

    std::string operator()(const std::string& path) const {
        const std::string resolved = gdal_io::resolved(path, folder_);
        std::string text = read_text(resolved);
        if (std::ranges::find(read_, resolved) == read_.end()) read_.push_back(resolved);
        return text;
    }

private:
    std::string folder_;
    std::vector<std::string>& read_;
};

/// The classes of a national matrix where no class table is given: the strata of the maps, by name.
Legend classes_of_maps(const std::vector<StrataMap>& maps) {
    Legend classes("the legends of the strata maps, since [reference_level] names no table of classes");
    for (const StrataMap& map : maps) {
        for (const Stratum& stratum : map.legend.strata()) {
            if (!classes.codes().contains(stratum.name)) classes.add(stratum.name, stratum);
        }
    }
    return classes;
}

void add_reference_level(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    if (!file.reference_level) return;
    const inputs::ReferenceLevelEntry& entry = *file.reference_level;
    audit.references = entry.sources;
    if (entry.transitions.empty()) return;
    const Legend classes = entry.classes.empty() ? classes_of_maps(audit.maps)
                                                 : inputs::parse_classes(read_table(entry.classes), entry.classes);
    audit.transitions = inputs::parse_transitions(read_table(entry.transitions), entry.transitions, classes);
}

/// The claim after the legends and the national classes, which say what its strata are.
void add_claim(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    if (!file.claim) return;
    const inputs::ClaimEntry& entry = *file.claim;
    Claim claim = entry.claim;
    if (!entry.losses.empty()) {
        claim.losses = inputs::parse_claimed_losses(read_table(entry.losses), entry.losses, audit);
    }
    if (!entry.items.empty()) {
        claim.items = inputs::parse_claimed_items(read_table(entry.items), entry.items, claim.items);
    }
    audit.claim = std::move(claim);
}

/// The estimates of a sample, and which of its classes are loss.
void add_sample(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    if (!file.sample) return;
    audit.sample = load_sample(*file.sample, read_table);
    const std::string& changes = file.sample->changes;
    if (changes.empty()) return;
    SampleEvidence& evidence = *audit.sample;
    evidence.changes = inputs::parse_sample_changes(read_table(changes), changes, audit, evidence.estimates);
    evidence.losses = estimation::sampled_losses(evidence.sample, evidence.changes);
    evidence.sums = estimation::sampled_sums(evidence.sample, evidence.changes);
}

/// How inputs are distributed and go together.
void add_uncertainty(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    const inputs::UncertaintyEntry& entry = file.uncertainty;
    audit.uncertainty = entry.rules;
    if (!entry.inputs.empty()) {
        const inputs::PlotValues plots =
            entry.plots.empty() ? inputs::PlotValues{} : inputs::parse_plots(read_table(entry.plots), entry.plots);
        audit.uncertainty.inputs = inputs::parse_input_rules(read_table(entry.inputs), entry.inputs, plots);
        inputs::expect_bootstraps(plots, entry.plots, audit.uncertainty.inputs);
    }
    if (entry.correlation.empty()) return;
    audit.uncertainty.correlations = inputs::parse_correlations(read_table(entry.correlation), entry.correlation);
    audit.uncertainty.correlation_file = entry.correlation;
}

/// The share of the credits that is set aside, and the account that it goes into.
void add_buffer(const inputs::AuditFile& file, const TableReader& read_table, AuditCase& audit) {
    if (!file.buffer) return;
    audit.buffer = file.buffer->buffer;
    const std::string& ledger = file.buffer->ledger;
    if (!ledger.empty()) audit.buffer->ledger = inputs::parse_buffer_ledger(read_table(ledger), ledger);
}

inputs::AuditFile read_audit_file(const Options& options) {
    return inputs::parse_audit_file(read_text(options.audit_file), options.audit_file, options.settings);
}

/// Reads every table that an audit file names but the areas.
LoadedTables with_tables(inputs::AuditFile file, const std::string& audit_file, const LossCodes& codes) {
    const std::string folder = fs::path(audit_file).parent_path().string();
    AuditCase audit{.title = file.title,
                    .label = file.label,
                    .release = file.loss ? file.loss->release : std::string{},
                    .codes = codes,
                    .forest = file.forest,
                    .canopy_sweep = file.canopy_sweep,
                    .maps = {},
                    .zones = {},
                    .crosstabs = {},
                    .factor_sets = {},
                    .transitions = {},
                    .references = {},
                    .monitoring = file.monitoring,
                    .deductions = file.deductions,
                    .declared_areas = {},
                    .claim = {},
                    .sample = {},
                    .limits = file.limits};
    std::vector<std::string> read{audit_file};
    const TableReader read_table(folder, read);
    for (const inputs::StrataEntry& entry : file.strata) {
        audit.maps.push_back(
            {entry.name, entry.year, entry.role, inputs::parse_legend(read_table(entry.legend), entry.legend)});
    }
    for (const std::string& factors : file.factors)
        audit.factor_sets.push_back(inputs::parse_factors(read_table(factors), file_name_of(factors)));
    add_reference_level(file, read_table, audit);
    add_claim(file, read_table, audit);
    add_sample(file, read_table, audit);
    add_uncertainty(file, read_table, audit);
    add_buffer(file, read_table, audit);
    return {std::move(file), folder, std::move(audit), std::move(read)};
}

}  // namespace

std::string read_text(const std::string& path) {
    std::error_code error;
    if (!fs::exists(path, error)) {
        throw Error(ErrorCode::missing_file, path, "expected a file, found none; check the path");
    }
    // Reading a directory is no failure to open it: only the look at it tells.
    if (fs::is_directory(path, error)) {
        throw Error(ErrorCode::unreadable_file, path, "expected a file, found a directory; name a file in it");
    }
    std::ifstream stream(path, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
    if (!stream) {
        throw Error(ErrorCode::unreadable_file, path,
                    "expected a readable file, found: " + std::string(std::strerror(errno)));
    }
    return text;
}

bool is_of_tables_alone(const Options& options) {
    const inputs::AuditFile file = read_audit_file(options);
    return !file.loss && !file.areas.empty();
}

LoadedTables load_tables(const Options& options) {
    const std::string& audit_file = options.audit_file;
    inputs::AuditFile file = read_audit_file(options);
    inputs::expect_pixel_sections(file, audit_file);
    const LossCodes codes = file.loss->codes;
    return with_tables(std::move(file), audit_file, codes);
}

LoadedTables load_tables_alone(const Options& options) {
    const std::string& audit_file = options.audit_file;
    inputs::AuditFile file = read_audit_file(options);
    if (file.loss) {
        throw Error(ErrorCode::usage, "--crosstab",
                    "expected a directory that 'crosstab' or 'audit' wrote, because " + audit_file +
                        " names a loss product in [loss], found none; give it");
    }
    inputs::expect_table_sections(file, audit_file);
    const LossCodes codes{file.monitoring->first_year(), file.monitoring->last_year()};
    LoadedTables tables = with_tables(std::move(file), audit_file, codes);
    const TableReader read_table(tables.folder, tables.read);
    const std::string& areas = tables.file.areas;
    inputs::DeclaredZones declared = inputs::parse_declared_areas(read_table(areas), areas, *tables.audit.transitions);
    tables.audit.zones = std::move(declared.zones);
    tables.audit.declared_areas = std::move(declared.areas);
    inputs::resolve_zone_names(tables.audit);
    return tables;
}

LoadedSample load_sample_alone(const Options& options) {
    const inputs::AuditFile file = read_audit_file(options);
    inputs::expect_sample_section(file, options.audit_file);
    LoadedSample loaded{file.title, file.label, fs::path(options.audit_file).parent_path().string(), {}, {}};
    loaded.read.push_back(options.audit_file);
    loaded.evidence = load_sample(*file.sample, TableReader(loaded.folder, loaded.read));
    return loaded;
}

}  // namespace reddline::cli
