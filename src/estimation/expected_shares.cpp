#include "estimation/expected_shares.hpp"

#include <algorithm>

#include "domain/error.hpp"
#include "domain/units.hpp"

namespace reddline::estimation {

namespace {

/// The share of the reference class that the quantity is about.
const std::string& class_in(const SampleTarget& target, const PixelStratum& stratum) {
    return target.quantity == SampleQuantity::area ? target.class_name : stratum.map_class;
}

}  // namespace

void expect_strata(const std::vector<std::string>& names, const std::vector<PixelStratum>& strata,
                   const std::string& key) {
    const auto is_known = [&](const std::string& name) {
        return std::ranges::any_of(
            strata, [&](const PixelStratum& one) { return one.name == name || one.name_without_zone == name; });
    };
    const auto unknown = std::ranges::find_if_not(names, is_known);
    if (unknown == names.end()) return;
    std::string listed;
    for (const PixelStratum& one : strata)
        listed += (listed.empty() ? "'" : ", '") + one.name + "'";
    throw Error(
        ErrorCode::audit_file, "sample_design." + key,
        "expected a stratum that has pixels (" + listed + "), found '" + *unknown + "'; correct or remove the name");
}

std::vector<double> expected_shares(const SampleTarget& target, const std::vector<DesignedStratum>& strata) {
    std::vector<double> shares;
    for (const DesignedStratum& one : strata) {
        const std::string& name = class_in(target, one.stratum);
        const auto share = one.expected.find(name);
        if (share == one.expected.end()) {
            throw Error(ErrorCode::audit_file, "sample_design.expected",
                        "expected the share of '" + name + "' in the stratum '" + one.stratum.name +
                            "', without which no error can be foreseen, found none; add it, with 0 where it is none");
        }
        shares.push_back(share->second);
    }
    return shares;
}

QuantitySpread spread_of(const SampleTarget& target, const std::vector<DesignedStratum>& strata) {
    const std::vector<double> shares = expected_shares(target, strata);
    QuantitySpread spread;
    for (std::size_t i = 0; i < strata.size(); ++i) {
        const Tally& size = strata[i].stratum.size;
        const double weight =
            target.quantity == SampleQuantity::area ? hectares(size.area_cm2).value() : strata[i].weight;
        spread.strata.push_back({weight, deviation_of(shares[i]), size.pixels});
        spread.expected += weight * shares[i];
    }
    return spread;
}

}  // namespace reddline::estimation
