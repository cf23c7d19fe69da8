#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/reference_sample.hpp"
#include "domain/sample_estimate.hpp"
#include "domain/year.hpp"

namespace reddline {

/// A class of reference points that is loss of a forest type.
struct SampledChange {
    std::string name;               ///< of the reference class
    std::string from;               ///< the stratum that was lost
    std::optional<std::string> to;  ///< what it became; nothing when it is not known
};

/// What a sample says was lost of a forest type, in all years whose change it shows.
struct SampledLoss {
    std::string zone;               ///< as points name it; empty = the whole area of the sample
    std::string from;               ///< the stratum that was lost
    std::optional<std::string> to;  ///< what it became; nothing when it is not known
    Estimate area_ha;               ///< of all classes that are this loss together
};

/// Calendar years, first and last included.
struct SampledYears {
    LossYear first{0};
    LossYear last{0};
    [[nodiscard]] int count() const { return last.value() - first.value() + 1; }
};

/// What a sample of reference points says about the zones of an audit.
struct SampleEvidence {
    ReferenceSample sample;
    SampleEstimates estimates;
    std::string zone;  ///< of the audit, which the whole sample speaks of; empty = those that points name
    std::optional<SampledYears> years;   ///< whose change the points show
    std::vector<SampledChange> changes;  ///< empty = not told which classes are loss

    std::vector<SampledLoss> losses;  ///< by zone, forest type and what it became
    std::vector<SampledLoss> sums;    ///< by zone and forest type, whatever it became

    /// True when it has estimates of the audit's zone.
    [[nodiscard]] bool speaks_of(const std::string& zone_name) const { return domain_of(zone_name).has_value(); }
    /// The losses of the audit's zone; none where it does not speak of it.
    [[nodiscard]] std::vector<SampledLoss> losses_in(const std::string& zone_name) const;
    /// The same whatever the forest became.
    [[nodiscard]] std::vector<SampledLoss> sums_in(const std::string& zone_name) const;
    /// True when it says of any loss what the land became.
    [[nodiscard]] bool names_destinations() const;
    /// True when activity data can follow from it.
    [[nodiscard]] bool shows_loss() const { return years && !changes.empty(); }
    /// An amount of all years as one of each.
    [[nodiscard]] Hectares yearly(double area_ha) const { return Hectares::of(area_ha / years->count()); }

private:
    /// What its estimates call the audit's zone; nothing where it does not speak of it.
    [[nodiscard]] std::optional<std::string> domain_of(const std::string& zone_name) const;
};

}  // namespace reddline
