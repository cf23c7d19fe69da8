#include "inputs/strata_entries.hpp"

#include <algorithm>
#include <string>
#include <string_view>

#include "domain/year.hpp"
#include "inputs/crosstab_columns.hpp"
#include "inputs/entry_names.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

std::string read_name(const TomlField& field, EntryNames& names) {
    const std::string name = names.take(field);
    if (std::ranges::find(crosstab_columns, std::string_view{name}) != crosstab_columns.end()) {
        field.fail("a name that is not a column of crosstab.csv", "rename the map");
    }
    return name;
}

/// Stops at the first of `keys` that the entry has, because it belongs to the other form of source.
void refuse(const TomlTable& entry, const std::vector<std::string>& keys, const std::string& form) {
    for (const std::string& key : keys) {
        if (const auto field = entry.find(key)) field->fail("no " + key + " beside " + form, "remove one of the two");
    }
}

void read_source(const TomlTable& entry, StrataEntry& strata) {
    if (const auto raster = entry.find("raster")) {
        refuse(entry, {"vector", "layer", "attribute"}, "raster");
        strata.raster = raster->texts();
        if (const auto resample = entry.find("resample")) {
            static_cast<void>(resample->choice({"nearest"}));
            strata.resample = Resample::nearest;
        }
        return;
    }
    if (!entry.find("vector")) {
        entry.fail("expected the key \"raster\" or the key \"vector\" in strata, found neither; name the map's file");
    }
    refuse(entry, {"resample"}, "vector");
    strata.vector = entry.at("vector").text();
    strata.layer = entry.text_or_empty("layer");
    strata.attribute = entry.text_or_empty("attribute");
    if (strata.attribute.empty()) {
        entry.fail(
            "expected the key \"attribute\" in strata with a vector, found none; name the attribute that "
            "holds the legend's codes");
    }
}

StrataEntry read_entry(const TomlTable& entry, EntryNames& names) {
    entry.expect_keys({"name", "year", "legend", "role"}, {"raster", "resample", "vector", "layer", "attribute"});
    StrataEntry strata;
    strata.name = read_name(entry.at("name"), names);
    read_source(entry, strata);
    strata.year = entry.at("year").whole(1, last_year_of_dates);
    strata.legend = entry.at("legend").text();
    strata.role = *strata_role_of(entry.at("role").choice({"baseline", "monitoring", "independent"}));
    return strata;
}

}  // namespace

std::vector<StrataEntry> read_strata_entries(const TomlTable& audit_file) {
    EntryNames names;
    std::vector<StrataEntry> all;
    for (const TomlTable& entry : audit_file.tables("strata"))
        all.push_back(read_entry(entry, names));
    return all;
}

std::string read_map_name(const TomlField& field, const std::vector<StrataEntry>& maps) {
    const std::string& name = field.text();
    if (std::ranges::find(maps, name, &StrataEntry::name) != maps.end()) return name;
    std::vector<std::string> known;
    for (const StrataEntry& map : maps)
        known.push_back(map.name);
    field.fail("the name of a strata map", known.empty() ? "there is none, so remove the key"
                                                         : "the nearest is " + in_quotes(nearest_name(name, known)));
}

}  // namespace reddline::inputs
