#include "accounting/filter_steps.hpp"

#include <algorithm>
#include <array>

#include "accounting/factor_range.hpp"
#include "domain/number_text.hpp"
#include "domain/zone_loss.hpp"

namespace reddline::accounting {

namespace {

/// Why a pixel of a zone is not counted, in the order in which the reasons are asked for (Eq. 2).
struct Reason {
    Outcome outcome;
    const char* text;
};
constexpr std::array reasons{
    Reason{Outcome::no_data_mask, "the data mask has data"},
    Reason{Outcome::water, "not water by the data mask"},
    Reason{Outcome::no_data_loss, "the loss layer has data"},
    Reason{Outcome::no_data_cover, "the canopy cover has data"},
    Reason{Outcome::beyond_last_year, "no loss code beyond the product's last year"},
    Reason{Outcome::cover_out_of_range, "canopy cover of at most 100 %; these are counted"},
};

/// The thresholds that other tools and definitions use: Global Forest Watch's dashboards, the national definition of
/// forest in several countries, any tree at all.
constexpr std::array usual_thresholds_pct{30.0, 10.0, 0.0};

/// The lost pixels of one zone and year, looked at in several ways.
class LossOfYear {
public:
    LossOfYear(const AuditCase& audit, const Reading& reading, const LossOfStratum& question)
        : audit_{audit}, map_{reading.strata_map}, zone_{question.zone}, code_{*audit.codes.code_of(question.year)} {
        if (map_) stratum_ = audit.maps[*map_].legend.index_of(question.stratum);
    }

    /// Of all strata.
    template <class IsForest>
    [[nodiscard]] Tally of_zone(double min_area_ha, IsForest is_forest) const {
        Tally sum;
        for_each_bin(min_area_ha, [&](const Bin& bin, const auto&) {
            if (is_forest(bin.key.cover_pct)) sum += bin.tally;
        });
        return sum;
    }
    /// Of the stratum that is asked for.
    template <class IsForest>
    [[nodiscard]] Tally of_stratum(double min_area_ha, IsForest is_forest) const {
        Tally sum;
        for_each_bin(min_area_ha, [&](const Bin& bin, const auto& strata) {
            const bool is_asked = !map_ || strata[*map_] == stratum_;
            if (is_asked && is_forest(bin.key.cover_pct)) sum += bin.tally;
        });
        return sum;
    }
    /// By the stratum that the map shows, in legend order.
    [[nodiscard]] std::vector<LossByStratum> by_stratum() const;

private:
    template <class Look>
    void for_each_bin(double min_area_ha, Look look) const {
        const Crosstab& crosstab = audit_.crosstab(min_area_ha);
        const auto& bins = crosstab.bins();
        const auto first = std::ranges::lower_bound(bins, zone_, {}, [](const Bin& bin) { return bin.key.zone; });
        for (auto bin = first; bin != bins.end() && bin->key.zone == zone_; ++bin) {
            if (bin->key.loss_code == code_) look(*bin, crosstab.combinations()[bin->key.combination]);
        }
    }

    const AuditCase& audit_;
    std::optional<std::size_t> map_;
    std::optional<std::uint16_t> stratum_;
    std::size_t zone_;
    std::uint8_t code_;
};

std::vector<LossByStratum> LossOfYear::by_stratum() const {
    if (!map_) return {};
    const Legend& legend = audit_.maps[*map_].legend;
    std::vector<Tally> tallies(legend.strata().size() + 1);
    for_each_bin(0.0, [&](const Bin& bin, const auto& strata) { tallies[strata[*map_]] += bin.tally; });
    std::vector<LossByStratum> lost;
    for (std::size_t i = 0; i < tallies.size(); ++i) {
        if (tallies[i].pixels > 0) lost.push_back({legend.name_of(static_cast<std::uint16_t>(i)), tallies[i]});
    }
    return lost;
}

Tally difference(const Tally& whole, const Tally& part) {
    return {whole.pixels - part.pixels, whole.area_cm2 - part.area_cm2};
}

/// Adds a step after which `left` is left.
void add_step(const std::string& text, const Tally& left, std::vector<FilterStep>& steps) {
    steps.push_back({text, difference(steps.back().left, left), left});
}

/// All pixels of the zone, less those that the layers say nothing about.
std::vector<FilterStep> steps_to_counted(const AuditCase& audit, std::size_t zone) {
    std::vector<FilterStep> steps{{"all pixels of the zone on the loss tiles", {}, audit.zones[zone].inside}};
    const OutcomeTally& outcomes = audit.crosstab(0.0).zone_outcome(zone);
    for (const Reason& reason : reasons) {
        const Tally& taken = outcomes.at(static_cast<std::size_t>(reason.outcome));
        add_step(reason.text, difference(steps.back().left, taken), steps);
    }
    return steps;
}

/// What the loss counts as, and from when on the map may speak of it.
std::vector<std::string> remarks_on(const AuditCase& audit, const LossOfStratum& question, const Reading& reading,
                                    StratumKind kind) {
    std::vector<std::string> remarks;
    if (kind == StratumKind::excluded) {
        remarks.push_back("'" + question.stratum + "' is excluded by the legend: not forest at any canopy cover");
    }
    if (kind == StratumKind::non_forest) {
        remarks.push_back("'" + question.stratum +
                          "' is not forest by the legend: its loss is listed and emits nothing");
    }
    if (reading.strata_map && audit.maps[*reading.strata_map].year >= question.year.value()) {
        remarks.push_back("the map " + audit.maps[*reading.strata_map].name + " shows " +
                          std::to_string(audit.maps[*reading.strata_map].year) +
                          " and is not dated before this loss: it may show what came after it");
    }
    if (audit.zones[question.zone].outside_pixels > 0) {
        remarks.push_back(grouped(audit.zones[question.zone].outside_pixels) +
                          " further pixels of the zone lie on no loss tile");
    }
    return remarks;
}

StratumKind kind_of(const AuditCase& audit, const Reading& reading, const std::string& stratum) {
    if (!reading.strata_map) return StratumKind::forest;
    const Legend& legend = audit.maps[*reading.strata_map].legend;
    return legend.strata()[*legend.index_of(stratum)].kind;
}

/// From the counted pixels to what counts as loss.
void add_loss_steps(const LossOfYear& lost, const LossOfStratum& question, const ForestRule& forest, StratumKind kind,
                    std::vector<FilterStep>& steps) {
    const auto any = [](std::uint8_t) { return true; };
    const auto is_forest = [&](std::uint8_t cover_pct) {
        return kind != StratumKind::excluded && forest.is_forest(cover_pct);
    };
    ForestRule without_patches = forest;
    without_patches.min_area_ha = 0.0;
    add_step("lost in " + std::to_string(question.year.value()), lost.of_zone(0.0, any), steps);
    add_step("in the stratum '" + question.stratum + "'", lost.of_stratum(0.0, any), steps);
    add_step(without_patches.text(), lost.of_stratum(0.0, is_forest), steps);
    if (forest.min_area_ha <= 0.0) return;
    add_step("in patches of at least " + shortest(forest.min_area_ha) + " ha",
             lost.of_stratum(forest.min_area_ha, is_forest), steps);
}

std::vector<CanopyAlternative> alternatives(const LossOfYear& lost) {
    std::vector<CanopyAlternative> rows;
    for (const double canopy_pct : usual_thresholds_pct) {
        const auto is_above = [&](std::uint8_t cover_pct) { return cover_pct > canopy_pct; };
        rows.push_back({canopy_pct, lost.of_stratum(0.0, is_above), lost.of_zone(0.0, is_above)});
    }
    return rows;
}

}  // namespace

FilterSteps filter_steps(const AuditCase& audit, const Reading& reading, const LossOfStratum& question) {
    const LossOfYear lost(audit, reading, question);
    const StratumKind kind = kind_of(audit, reading, question.stratum);
    FilterSteps result{.question = question,
                       .reading = reading,
                       .steps = steps_to_counted(audit, question.zone),
                       .strata = lost.by_stratum(),
                       .alternatives = alternatives(lost),
                       .fraction = std::nullopt,
                       .factor = std::nullopt,
                       .emission = std::nullopt,
                       .remarks = remarks_on(audit, question, reading, kind)};
    add_loss_steps(lost, question, reading.forest, kind, result.steps);
    if (audit.monitoring) result.fraction = audit.monitoring->fraction_of(question.year);
    const CarbonTable* const factors = audit.factors_of(reading);
    if (factors != nullptr && kind == StratumKind::forest) result.factor = gross_factor(*factors, question.stratum);
    if (result.fraction && result.factor) {
        result.emission = *result.fraction * (hectares(result.steps.back().left.area_cm2) * *result.factor);
    }
    return result;
}

}  // namespace reddline::accounting
