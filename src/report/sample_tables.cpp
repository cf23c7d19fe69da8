#include "report/sample_tables.hpp"

#include <optional>

#include "domain/number_text.hpp"
#include "domain/units.hpp"
#include "report/csv_text.hpp"
#include "report/sample_words.hpp"

namespace reddline::report {

namespace {

/// Decimals of a degree: a millimetre.
constexpr int degree_decimals = 8;

std::string area_text(const Tally& size) {
    return shortest(hectares(size.area_cm2).value());
}

std::string share_of_own_class(const DesignedStratum& one) {
    const auto share = one.expected.find(one.stratum.map_class);
    return share == one.expected.end() ? std::string{} : shortest(share->second);
}

}  // namespace

std::string sample_design_csv(const SamplePlan& design, Allocation allocation) {
    CsvText csv({"stratum", "map_class", "zone", "pixels", "area_ha", "weight", "expected_share", "points",
                 "inclusion_probability", "reason"});
    for (const DesignedStratum& one : design.strata) {
        const PixelStratum& stratum = one.stratum;
        csv.add({stratum.name, stratum.map_class, stratum.zone, std::to_string(stratum.size.pixels),
                 area_text(stratum.size), shortest(one.weight), share_of_own_class(one), std::to_string(one.points),
                 shortest(one.inclusion_probability()), reason_name(one.reason, allocation)});
    }
    return csv.text();
}

std::string sample_areas_csv(const SamplePlan& design) {
    CsvText csv({"class", "area_ha", "pixels"});
    for (const DesignedStratum& one : design.strata) {
        const Tally& size = one.stratum.size;
        csv.add({one.stratum.name, area_text(size), std::to_string(size.pixels)});
    }
    return csv.text();
}

std::string sample_precision_csv(const SamplePlan& design) {
    CsvText csv({"quantity", "class", "unit", "expected", "standard_error", "target_standard_error", "fewest_points"});
    for (const ExpectedError& error : design.errors) {
        csv.add({std::string(to_string(error.target.quantity)), error.target.class_name, unit_of(error.target.quantity),
                 shortest(error.expected), shortest(error.standard_error), number_field(error.target.standard_error),
                 number_field(error.fewest_points)});
    }
    return csv.text();
}

std::string points_csv(const SamplePlan& design, const std::vector<SamplePoint>& points) {
    CsvText csv({"id", "order", "longitude_deg", "latitude_deg", "column", "row", "stratum", "zone", "map_class",
                 "inclusion_probability", "area_cm2", "reference"});
    for (const SamplePoint& point : points) {
        const DesignedStratum& of = design.strata[point.stratum];
        csv.add({point.id, std::to_string(point.order), fixed(point.longitude_deg, degree_decimals),
                 fixed(point.latitude_deg, degree_decimals), std::to_string(point.column), std::to_string(point.row),
                 of.stratum.name, of.stratum.zone, of.stratum.map_class, shortest(of.inclusion_probability()),
                 std::to_string(point.area_cm2), ""});
    }
    return csv.text();
}

std::string collect_earth_csv(const std::vector<SamplePoint>& points) {
    CsvText csv({"id", "YCoordinate", "XCoordinate"});
    for (const SamplePoint& point : points) {
        csv.add({point.id, fixed(point.latitude_deg, degree_decimals), fixed(point.longitude_deg, degree_decimals)});
    }
    return csv.text();
}

}  // namespace reddline::report
