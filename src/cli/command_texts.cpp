#include "cli/command_texts.hpp"

#include <array>

namespace reddline::cli {

namespace {

constexpr std::array texts{
    CommandText{
        Command::init, "init", "Write an audit file to fill in, from a folder of tiles or from options alone",
        "Example:\n  reddline init --tiles gfc --strata baseline=types-2017.tif --zones zones.gpkg -o audit.toml\n\n"
        "Finds tiles of the loss product by their names, forest-type maps, legends and zones, and writes what GDAL\n"
        "says of them. What only a source can give stands as a comment that says what is missing: no number is made\n"
        "up. For a map without a legend it writes a table of the codes in the map. The last lines on the screen\n"
        "list what is left to fill in."},
    CommandText{
        Command::audit, "audit", "Count pixels, account, check and report: the whole audit",
        "Example:\n  reddline audit audit.toml -o results\n"
        "  reddline audit projects/*.toml -o results --jobs 4 --keep-going\n\n"
        "Reads the tiles, forest-type maps, zones and tables that audit.toml names and writes tables, report.md,\n"
        "report.html, audit.json and run.json to the new directory 'results', with --maps also maps for QGIS and\n"
        "one in the report, with --parquet each table as Parquet too. The answer is printed on one screen.\n"
        "A file that gives areas in [project] and no loss product is an audit of tables alone. Several files are\n"
        "audited each into a directory of its own (named as the file, or as its folder where the file is called\n"
        "audit), with a summary in summary.csv; the same command again leaves alone what is done and of the same\n"
        "inputs."},
    CommandText{Command::check, "check",
                "Say what an audit would read, how long it would take, and whether its inputs fit",
                "Example:\n  reddline check audit.toml\n\nOther commands do the same with --dry-run."},
    CommandText{Command::plan, "plan", "List the units of work into which a count can be cut for several machines",
                "Example:\n  reddline plan audit.toml\n\n"
                "No pixel is read. 'crosstab --shard' counts the units of one shard, and 'merge' adds all of them up."},
    CommandText{
        Command::crosstab, "crosstab", "Count pixels only",
        "Example:\n  reddline crosstab audit.toml -o counted\n"
        "  reddline crosstab audit.toml -o parts --shard 0/4\n\n"
        "Writes crosstab.csv, pixels.csv and zones.csv, from which 'account' works without any raster. With --shard\n"
        "it writes a file for each unit of that shard instead, and the same command again goes on where it\n"
        "stopped; any number of shards may write to one directory, and 'merge' adds them up."},
    CommandText{Command::merge, "merge", "Add up what shards have counted",
                "Example:\n  reddline merge parts -o counted\n\n"
                "Writes the same bytes as 'crosstab' without shards. Missing, repeated and foreign units are refused."},
    CommandText{Command::status, "status", "Say which units shards have counted, and which are missing",
                "Example:\n  reddline status parts\n\nThe exit code is 3 where any is missing."},
    CommandText{
        Command::index, "index", "Count every block of the layers once, so that later runs read only what zones cut",
        "Example:\n  reddline index audit.toml -o indexed\n  reddline audit audit.toml --index indexed -o results\n\n"
        "Zones, factors, claims and readings may change; results are the same bytes as without the index. Where\n"
        "a layer, its legend or the patch filter changes, the index is not used, and a message says why. It\n"
        "saves most where the files are stored in square blocks."},
    CommandText{Command::account, "account",
                "Account, check and report from an earlier crosstab or from tables alone, opening no raster",
                "Example:\n  reddline account audit.toml --crosstab counted -o results\n\n"
                "Without --crosstab the audit file gives areas in [project] instead of rasters in [loss]."},
    CommandText{
        Command::solve, "solve",
        "Say what loss, forest type, factor or area would be needed for no credits, or for the claim",
        "Example:\n  reddline solve audit.toml --crosstab counted -o solved\n\n"
        "One input is solved at a time, all others held. The default reading is printed; -o DIR writes every\n"
        "reading to solve.csv. Without --crosstab the pixels are counted first, unless the audit file is one of\n"
        "tables alone."},
    CommandText{
        Command::sample, "sample", "Design a stratified sample of pixels and draw its points",
        "Example:\n  reddline sample audit.toml -o sampled\n\n"
        "[sample_design] says what the strata are (what was lost, what stayed forest, other land; by forest type, "
        "zone\n"
        "and distance from loss, or the classes of a map), how many points there are and how they are shared out. The\n"
        "same seed draws the same points. points.gpkg and collect_earth.csv are for those who look at the points,\n"
        "points.csv for those who analyse what they saw."},
    CommandText{
        Command::explain, "explain",
        "Show pixels and hectares after each filter step, for one zone, forest type and year",
        "Example:\n  reddline explain audit.toml --zone project --stratum 'evergreen forest' --year 2019\n\n"
        "It answers why a number differs from another tool's. Without --crosstab the pixels are counted first."},
    CommandText{
        Command::estimate, "estimate", "Estimate areas and accuracies, with standard errors, from reference points",
        "Example:\n  reddline estimate audit.toml -o estimated\n\n"
        "Reads [sample] of the audit file alone: the areas of the strata, and an error matrix or a table of points\n"
        "from Collect Earth, AcATaMa or QGIS. Mapped and estimated area are two columns of estimates.csv; accuracies\n"
        "are in accuracy.csv. 'audit' takes the same section as the route 'sample'."},
    CommandText{
        Command::biomass, "biomass", "Make carbon factors from a map of above-ground biomass",
        "Example:\n  reddline biomass audit.toml -o factors\n\n"
        "The section biomass of audit.toml names the map, such as ESA CCI Biomass or GEDI L4B. The mean of each\n"
        "forest type over the forest of the zones goes to biomass.csv, and to two tables that carbon.factors may\n"
        "name: with the standard error for independent and for fully correlated errors of the map's pixels; for\n"
        "these, correlation.csv says to uncertainty.correlation that all factors err as one."},
    CommandText{Command::diff, "diff", "Compare mapped loss of two output directories, such as of two releases",
                "Example:\n  reddline diff results-v1.8 results-v1.11 -o moved\n\n"
                "Zones are matched by name. What moved most tonnes comes first; -o DIR writes all rows to diff.csv."},
    CommandText{
        Command::report, "report", "Write report.md and report.html of a directory of results anew",
        "Example:\n  reddline report results\n\n"
        "Both follow from audit.json, run.json and the maps in that directory alone; the same results give the same\n"
        "bytes."},
    CommandText{
        Command::workbook, "workbook",
        "Read a mocaredd workbook: emissions, reductions, their uncertainty, and deductions",
        "Example:\n  reddline workbook country.xlsx -o results\n\n"
        "Reads the sheets user_inputs, time_periods, AD_lu_transitions and c_stocks as the tool mocaredd (Open Foris)\n"
        "has them. -o DIR writes what every transition emits, the reductions of every monitoring period with their\n"
        "interval, what it comes from and what the programmes would deduct, and workbook_factors.csv with the stocks,\n"
        "which an audit file can name. 'audit --mocaredd' writes such a workbook."},
    CommandText{
        Command::verify, "verify",
        "Say whether a directory of results holds the bits that its command gives when repeated here",
        "Example:\n  reddline verify results audit.toml\n\n"
        "Every input is hashed again, the command in run.json is repeated in a temporary directory (TMPDIR), and\n"
        "every file is compared but timing.json. The exit code is 0 for the same bits, and otherwise 65.\n"
        "Nothing is written to the directory."},
    CommandText{
        Command::manual, "manual", "Write the manual pages, and the completion of commands in bash, zsh and fish",
        "Example:\n  reddline manual -o manual\n  man manual/reddline.1\n\n"
        "The packages install them. By hand, 'source manual/reddline.bash' completes commands in this bash; _reddline\n"
        "belongs in a folder of zsh's fpath, and reddline.fish in ~/.config/fish/completions."},
};

}  // namespace

std::span<const CommandText> command_texts() {
    return texts;
}

std::vector<std::string> command_names() {
    std::vector<std::string> names;
    for (const CommandText& text : texts)
        names.emplace_back(text.name);
    return names;
}

std::string to_string(Command command) {
    for (const CommandText& text : texts) {
        if (text.command == command) return text.name;
    }
    return {};
}

}  // namespace reddline::cli
