#include "report/audit_draft_text.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

#include "report/toml_text.hpp"

namespace reddline::report {

namespace {

constexpr std::string_view head =
    "# A line that ends in \"to fill in\" waits for what only a source can give: take the # at its head away and write "
    "the\n"
    "# value behind the =. What begins with #? is optional: without it the audit says what it could not compute. Paths "
    "are\n"
    "# relative to this file.\n";

constexpr std::string_view optional_tables =
    "\n"
    "#? [carbon]                    # without it: hectares, no tonnes\n"
    "#? factors = \"carbon.csv\"      # stratum,[pool,]carbon_tC_per_ha[,standard_error],source\n"
    "\n"
    "#? [reference_level]           # without it: no credits; one or more of transitions, rate, national, history\n"
    "#? transitions = \"transitions.csv\"     # from,to,start_year,end_year,area_ha: the national matrices of land "
    "cover\n"
    "#? classes     = \"classes.csv\"         # class,stratum,forest: what the national classes are on the maps\n";

constexpr std::string_view optional_period =
    "\n"
    "#? [monitoring]                # without it: no credits; the period for which they are claimed, both days "
    "included\n"
    "#? start =                     # a date such as YYYY-MM-DD\n"
    "#? end   =\n";

constexpr std::string_view optional_claim =
    "\n"
    "#? [deductions]                # each with the source that sets it\n"
    "#? reversal = { fraction = , source = \"\" }\n"
    "\n"
    "#? [claim]                     # without it: nothing to compare with\n"
    "#? credits =                   # tCO2e of the whole period\n"
    "#? losses  = \"claimed_losses.csv\"      # zone,from[,to],year,area_ha\n"
    "#? items   = \"claimed_items.csv\"       # item,value,unit: reference_level, project_emissions, "
    "displaced_emissions, ...\n"
    "#? source  = \"\"                # the report that states them\n";

/// Writes lines, and remembers which wait for a value.
class DraftWriter {
public:
    void raw(std::string_view text) { draft_.text += text; }

    void table(const std::string& name, const std::string& comment = {}, const std::string& entry = {}) {
        table_ = name + (entry.empty() ? "" : " '" + one_line(entry) + "'");
        draft_.text += "\n" + commented(name, comment) + "\n";
    }
    /// A value as TOML has it.
    void value(const std::string& key, const std::string& toml, const std::string& comment = {}) {
        draft_.text += commented(key_text(key) + toml, comment) + "\n";
    }
    /// A value where it is known, else a line that waits for it.
    void value_or_gap(const std::string& key, const std::string& toml, const std::string& meaning,
                      const std::string& comment = {}) {
        if (toml.empty()) {
            gap(key, meaning);
        } else {
            value(key, toml, comment);
        }
    }
    void gap(const std::string& key, const std::string& meaning) {
        need(key + ": " + meaning);
        draft_.text += commented("# " + key_text(key), meaning + ": to fill in") + "\n";
    }
    /// Something to do about the next line, or about a file that it names.
    void need(const std::string& what) {
        const auto lines = std::ranges::count(draft_.text, '\n');
        draft_.to_fill.push_back("line " + std::to_string(lines + 1) + " " + table_ + " " + what);
    }
    [[nodiscard]] DraftText take() { return std::move(draft_); }

private:
    static std::string key_text(const std::string& key) {
        constexpr std::size_t longest_key = 13;
        return key + std::string(longest_key > key.size() ? longest_key - key.size() : 0, ' ') + " = ";
    }
    static std::string commented(std::string line, const std::string& comment) {
        constexpr std::size_t column = 40;
        if (comment.empty()) return line;
        line += std::string(line.size() + 1 < column ? column - line.size() : 2, ' ');
        return line + "# " + comment;
    }

    DraftText draft_;
    std::string table_ = "(top)";
};

std::string toml_or_empty(const std::string& text) {
    return text.empty() ? std::string{} : toml_text(text);
}

std::string toml_or_empty(const std::optional<int>& number) {
    return number ? std::to_string(*number) : std::string{};
}

std::string list_or_empty(const std::vector<std::string>& texts) {
    return texts.empty() ? std::string{} : toml_list(texts);
}

void write_loss(const AuditDraft& draft, DraftWriter& writer) {
    writer.table("[loss]", draft.tiles_described);
    writer.value_or_gap("lossyear", list_or_empty(draft.lossyear),
                        "the tiles of the loss year, such as [\"gfc/*lossyear*.tif\"]");
    writer.value_or_gap("treecover2000", list_or_empty(draft.treecover2000), "the tiles of the canopy cover in 2000");
    if (!draft.datamask.empty()) writer.value("datamask", toml_list(draft.datamask));
    writer.value_or_gap("release", toml_or_empty(draft.release),
                        "the release of the loss product, such as \"GFC-2023-v1.11\"");
    writer.value_or_gap("first_year", toml_or_empty(draft.first_year), "the year of code 1");
    writer.value_or_gap("last_year", toml_or_empty(draft.last_year), "the last year that the product covers");
}

void write_forest(const AuditDraft& draft, DraftWriter& writer) {
    writer.table("[forest]", "the definition that the project's country has submitted");
    writer.value_or_gap("canopy_pct", draft.canopy_pct, "canopy cover that makes a forest, per cent");
    writer.value_or_gap("canopy_rule", toml_or_empty(draft.canopy_rule),
                        "\"greater\" (cover above it) or \"at-least\"");
    writer.raw(
        "#? min_area_ha  =                       # smallest patch that is forest, ha\n"
        "#? connectivity =                       # 8 or 4 neighbours make a patch\n");
}

void write_map_source(const DraftMap& map, DraftWriter& writer) {
    if (map.vector.empty()) {
        writer.value("raster", toml_list({map.raster}));
        if (!map.other_grid.empty()) {
            writer.gap("resample", "\"nearest\", since the map has " + map.other_grid);
        }
        return;
    }
    writer.value("vector", toml_text(map.vector));
    if (!map.layer.empty()) writer.value("layer", toml_text(map.layer));
    std::string known;
    for (const std::string& attribute : map.attributes)
        known += (known.empty() ? "" : ", ") + attribute;
    writer.gap("attribute", "the one that holds the legend's codes, of " + one_line(known));
}

void write_map(const DraftMap& map, DraftWriter& writer) {
    writer.table("[[strata]]", map.described, map.name);
    writer.value("name", toml_text(map.name));
    write_map_source(map, writer);
    writer.value_or_gap("year", toml_or_empty(map.year), "the year that the map shows", "as the file is named");
    if (map.legend.empty()) {
        writer.gap("legend", map.legend_hint);
    } else {
        if (!map.legend_hint.empty()) writer.need("legend: " + map.legend_hint);
        writer.value("legend", toml_text(map.legend), map.legend_hint.empty() ? "" : map.legend_hint + ": to fill in");
    }
    writer.value_or_gap("role", map.role ? toml_text(to_string(*map.role)) : std::string{},
                        "\"baseline\" (it defines forest), \"monitoring\" or \"independent\"");
}

void write_zone(const DraftZone& zone, DraftWriter& writer) {
    writer.table("[[zones]]", zone.described, zone.name);
    writer.value("name", toml_text(zone.name));
    writer.value_or_gap("role", zone.role ? toml_text(to_string(*zone.role)) : std::string{},
                        "\"project\", \"displacement_belt\", \"reference_region\", \"other\", ...");
    writer.value("source", toml_text(zone.source));
    if (!zone.layer.empty()) writer.value("layer", toml_text(zone.layer));
    if (!zone.where.empty()) writer.value("where", toml_text(zone.where));
    if (zone.needs_project) writer.gap("project", "the name of the project that this belt surrounds");
}

void write_no_zones(DraftWriter& writer) {
    writer.table("[[zones]]", "the area whose credits are audited");
    writer.gap("name", "what results call it");
    writer.gap("role", "\"project\"");
    writer.gap("source", "its polygons: GeoPackage, GeoJSON, Shapefile, KML, ...");
}

void write_no_maps(DraftWriter& writer) {
    writer.raw(
        "\n#? [[strata]]                  # a forest-type map, as many as there are; without it: loss, no forest "
        "types\n"
        "#? name   =\n"
        "#? raster =                    # or vector, and attribute\n"
        "#? year   =                    # that it shows\n"
        "#? legend = \"legend.csv\"       # code,stratum,forest[,excluded]\n"
        "#? role   = \"baseline\"\n");
}

void write_period(const AuditDraft& draft, DraftWriter& writer) {
    if (draft.start.empty() && draft.end.empty()) {
        writer.raw(optional_period);
        return;
    }
    writer.table("[monitoring]", "both days included");
    writer.value_or_gap("start", draft.start, "the first day");
    writer.value_or_gap("end", draft.end, "the last day");
}

}  // namespace

DraftText audit_draft_text(const AuditDraft& draft) {
    DraftWriter writer;
    writer.raw(head);
    writer.value("schema", "1");
    writer.value("title", toml_text(draft.title), "stands at the head of every report");
    if (!draft.label.empty()) writer.value("label", toml_text(draft.label), "stands beside every result");
    write_loss(draft, writer);
    write_forest(draft, writer);
    for (const DraftMap& map : draft.maps)
        write_map(map, writer);
    if (draft.maps.empty()) write_no_maps(writer);
    for (const DraftZone& zone : draft.zones)
        write_zone(zone, writer);
    if (draft.zones.empty()) write_no_zones(writer);
    writer.raw(optional_tables);
    write_period(draft, writer);
    writer.raw(optional_claim);
    return writer.take();
}

}  // namespace reddline::report
