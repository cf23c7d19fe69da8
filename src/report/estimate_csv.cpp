#include "report/estimate_csv.hpp"

#include <optional>

#include "domain/number_text.hpp"
#include "report/csv_text.hpp"

namespace reddline::report {

namespace {

std::string low_end(const Estimate& estimate) {
    const auto interval = interval95(estimate);
    return interval ? shortest(interval->low) : std::string{};
}

std::string high_end(const Estimate& estimate) {
    const auto interval = interval95(estimate);
    return interval ? shortest(interval->high) : std::string{};
}

/// Words parted by blanks.
class Flags {
public:
    void add(bool holds, std::string_view flag) {
        if (!holds || flag.empty()) return;
        if (!text_.empty()) text_ += ' ';
        text_ += flag;
    }
    [[nodiscard]] const std::string& text() const { return text_; }

private:
    std::string text_;
};

void add_numbers(const Estimate& estimate, Flags& flags) {
    const auto interval = interval95(estimate);
    flags.add(true, to_string(estimate.gap));
    flags.add(interval && interval->low < 0.0, "below_zero");
}

void add_sample(const ReferenceSample& sample, Flags& flags) {
    flags.add(sample.design == SamplingDesign::systematic, "approximate_error");
    flags.add(!sample.subset.empty(), "subset");
}

std::string accuracy_flags(const ReferenceSample& sample, const Estimate& share) {
    Flags flags;
    add_numbers(share, flags);
    const auto interval = interval95(share);
    flags.add(interval && interval->high > 1.0, "above_one");
    add_sample(sample, flags);
    return flags.text();
}

}  // namespace

std::string estimate_flags(const ReferenceSample& sample, const AreaEstimate& area) {
    Flags flags;
    add_numbers(area.area_ha, flags);
    flags.add(!area.is_reference_class, "only_in_map");
    flags.add(!area.is_mapped_class, "only_in_reference");
    add_sample(sample, flags);
    return flags.text();
}

std::string estimates_csv(const SampleEvidence& evidence, const std::string& label) {
    CsvText csv({"zone", "class", "points", "mapped_area_ha", "estimated_area_ha", "standard_error_ha", "ci95_low_ha",
                 "ci95_high_ha", "flags", "label"});
    for (const AreaEstimate& area : evidence.estimates.areas) {
        csv.add({area.zone, area.name, std::to_string(area.points), area.mapped ? shortest(area.mapped->value()) : "",
                 number_field(area.area_ha.value), number_field(area.area_ha.standard_error), low_end(area.area_ha),
                 high_end(area.area_ha), estimate_flags(evidence.sample, area), label});
    }
    return csv.text();
}

std::string accuracy_csv(const SampleEvidence& evidence, const std::string& label) {
    CsvText csv({"zone", "measure", "class", "points", "accuracy", "standard_error", "ci95_low", "ci95_high", "flags",
                 "label"});
    for (const AccuracyEstimate& accuracy : evidence.estimates.accuracies) {
        csv.add({accuracy.zone, std::string(to_string(accuracy.measure)), accuracy.name,
                 std::to_string(accuracy.points), number_field(accuracy.share.value),
                 number_field(accuracy.share.standard_error), low_end(accuracy.share), high_end(accuracy.share),
                 accuracy_flags(evidence.sample, accuracy.share), label});
    }
    return csv.text();
}

std::string error_matrix_csv(const SampleEvidence& evidence, const std::string& label) {
    CsvText csv({"map_class", "reference_class", "points", "area_share", "label"});
    for (const ErrorMatrixCell& cell : evidence.estimates.matrix) {
        csv.add({cell.mapped, cell.reference, std::to_string(cell.points), number_field(cell.area_share), label});
    }
    return csv.text();
}

}  // namespace reddline::report
