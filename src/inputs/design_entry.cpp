#include "inputs/design_entry.hpp"

#include <algorithm>
#include <array>
#include <limits>
#include <string>
#include <vector>

#include "inputs/history_entry.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/strata_entries.hpp"

namespace reddline::inputs {

namespace {

/// Pixels around loss at most: 3 km on tiles of 30 m, beyond which nobody calls forest near.
constexpr int most_near_pixels = 100;

constexpr auto most_points = static_cast<int>(most_sample_points);

SampleClasses read_classes(const TomlTable& design) {
    const std::string& name = design.at("strata").choice({"change", "change-by-forest-type", "map-class"});
    if (name == "change") return SampleClasses::change;
    return name == "map-class" ? SampleClasses::map_class : SampleClasses::change_by_type;
}

Allocation read_allocation(const TomlTable& design) {
    std::vector<std::string> names;
    constexpr std::array all{Allocation::proportional, Allocation::equal, Allocation::neyman, Allocation::optimal,
                             Allocation::by_hand};
    for (const Allocation allocation : all)
        names.emplace_back(to_string(allocation));
    const std::string& name = design.at("allocation").choice(names);
    return *std::ranges::find(all, name, [](Allocation allocation) { return to_string(allocation); });
}

std::string read_map(const TomlTable& design, SampleClasses classes, const AuditFile& known) {
    const auto map = design.find("map");
    if (map) return read_map_name(*map, known.strata);
    if (classes == SampleClasses::change) return {};
    design.fail(
        "expected in sample_design the key \"map\" beside these strata, found none; name the [[strata]] map that they "
        "are read from");
}

/// Stops at a key of change where nothing changes.
void expect_none_of_change(const TomlTable& design) {
    for (const char* const key : {"first_year", "last_year", "near_loss_pixels"}) {
        if (const auto field = design.find(key)) field->fail("no such key beside strata of a map", "remove it");
    }
}

void read_years(const TomlTable& design, const AuditFile& known, SampleRules& rules) {
    const auto first = design.find("first_year");
    const auto last = design.find("last_year");
    if (first.has_value() != last.has_value()) {
        design.fail("expected in sample_design both \"first_year\" and \"last_year\", or neither; add the other");
    }
    if (!first && !known.monitoring) {
        design.fail(
            "expected in sample_design the keys \"first_year\" and \"last_year\" of the loss that counts as change, "
            "since there is no [monitoring], found none; add them");
    }
    if (!first) {
        rules.first_year = known.monitoring->first_year();
        rules.last_year = known.monitoring->last_year();
        return;
    }
    const int first_year = first->whole(1, last_year_of_dates);
    const int last_year = last->whole(first_year, last_year_of_dates);
    expect_year_covered(*first, first_year, known.loss);
    expect_year_covered(*last, last_year, known.loss);
    rules.first_year = LossYear{first_year};
    rules.last_year = LossYear{last_year};
}

void read_strata(const TomlTable& design, const AuditFile& known, SampleRules& rules) {
    rules.classes = read_classes(design);
    rules.map = read_map(design, rules.classes, known);
    if (const auto zones = design.find("zones")) {
        rules.zones = zones->choice({"joined", "split"}) == "split" ? SampleZones::split : SampleZones::joined;
    }
    if (rules.classes == SampleClasses::map_class) return expect_none_of_change(design);
    read_years(design, known, rules);
    if (const auto near = design.find("near_loss_pixels")) rules.near_loss_pixels = near->whole(1, most_near_pixels);
}

ExpectedShares read_shares(const TomlField& field) {
    const TomlTable table = field.table();
    ExpectedShares shares;
    double sum = 0.0;
    for (const std::string& name : table.keys()) {
        shares[name] = table.at(name).number(0.0, 1.0);
        sum += shares[name];
    }
    constexpr double rounding = 1e-9;
    if (sum > 1.0 + rounding) field.fail("shares of classes that add up to at most 1", "correct them");
    return shares;
}

std::map<std::string, ExpectedShares> read_expected(const TomlTable& design) {
    std::map<std::string, ExpectedShares> expected;
    const auto field = design.find("expected");
    if (!field) return expected;
    const TomlTable table = field->table();
    for (const std::string& stratum : table.keys())
        expected[stratum] = read_shares(table.at(stratum));
    return expected;
}

/// A standard error above 0; nothing where there is none.
std::optional<double> read_error(const TomlTable& target, const char* key) {
    const auto field = target.find(key);
    if (!field) return std::nullopt;
    const double error = field->number(0.0, std::numeric_limits<double>::infinity());
    if (error <= 0.0) field->fail("a number above 0", "write such a number");
    return error;
}

SampleTarget read_target(const TomlTable& target) {
    target.expect_keys({"quantity"}, {"class", "standard_error", "standard_error_ha"});
    const bool is_area = target.at("quantity").choice({"overall-accuracy", "area"}) == "area";
    const auto class_name = target.find("class");
    const char* const other_error = is_area ? "standard_error" : "standard_error_ha";
    if (const auto field = target.find(other_error)) {
        field->fail(is_area ? "standard_error_ha for an area" : "standard_error, a share, for an accuracy",
                    "rename the key");
    }
    if (class_name && !is_area) class_name->fail("no class for the overall accuracy", "remove the key");
    if (!is_area) return {SampleQuantity::overall_accuracy, {}, read_error(target, "standard_error")};
    if (!class_name) {
        target.fail("expected the key \"class\" in sample_design.targets, whose area is meant, found none; add it");
    }
    return {SampleQuantity::area, class_name->text(), read_error(target, "standard_error_ha")};
}

std::vector<SampleTarget> read_targets(const TomlTable& design) {
    std::vector<SampleTarget> targets;
    const auto field = design.find("targets");
    if (!field) return targets;
    const std::vector<TomlField> elements = field->elements();
    if (elements.empty()) field->fail("one target or more", "fill it in, or remove the key");
    for (const TomlField& element : elements) {
        const SampleTarget target = read_target(element.table());
        const bool is_known = std::ranges::any_of(targets, [&](const SampleTarget& other) {
            return other.quantity == target.quantity && other.class_name == target.class_name;
        });
        if (is_known) element.fail("every quantity once", "remove it");
        targets.push_back(target);
    }
    return targets;
}

void read_points(const TomlTable& design, SampleRules& rules) {
    const auto points = design.find("points");
    if (rules.allocation != Allocation::by_hand) {
        if (points) rules.points = points->whole(1, most_points);
        if (const auto floor = design.find("floor")) rules.floor = floor->whole(1, most_points);
        return;
    }
    if (!points) {
        design.fail(
            "expected in sample_design the table \"points\" with the points of every stratum, found none; add it");
    }
    if (const auto floor = design.find("floor")) floor->fail("no floor beside points by hand", "remove it");
    const TomlTable by_hand = points->table();
    for (const std::string& stratum : by_hand.keys())
        rules.by_hand[stratum] = by_hand.at(stratum).whole(1, most_points);
}

/// Stops at a rule that lacks what it shares the points out by, or how many there are.
void expect_complete(const TomlTable& design, const SampleRules& rules) {
    const std::string name = in_quotes(to_string(rules.allocation));
    const bool all_bound = std::ranges::all_of(
        rules.targets, [](const SampleTarget& target) { return target.standard_error.has_value(); });
    if (rules.allocation == Allocation::by_hand) return;
    if (rules.allocation == Allocation::optimal && rules.points) {
        design.at("points").fail("no points beside the allocation " + name, "the targets say how many; remove the key");
    }
    if (rules.allocation == Allocation::neyman && rules.targets.size() != 1) {
        design.fail("expected in sample_design one target beside the allocation " + name + ", found " +
                    std::to_string(rules.targets.size()) +
                    "; name the quantity whose error is to be small, or take \"optimal\" for several");
    }
    if (rules.points || (!rules.targets.empty() && all_bound)) return;
    design.fail(
        "expected in sample_design \"points\", or \"targets\" that each state a standard error, from which the number "
        "of points follows, found neither; add one of them");
}

}  // namespace

std::optional<SampleRules> read_sample_design(const TomlTable& audit_file, const AuditFile& known) {
    const auto section = audit_file.find("sample_design");
    if (!section) return std::nullopt;
    const TomlTable design = section->table();
    design.expect_keys({"strata", "allocation", "seed"}, {"map", "first_year", "last_year", "zones", "near_loss_pixels",
                                                          "points", "floor", "expected", "targets"});
    SampleRules rules;
    read_strata(design, known, rules);
    rules.seed = design.at("seed").whole(0, std::numeric_limits<int>::max());
    rules.allocation = read_allocation(design);
    read_points(design, rules);
    rules.expected = read_expected(design);
    rules.targets = read_targets(design);
    expect_complete(design, rules);
    return rules;
}

}  // namespace reddline::inputs
