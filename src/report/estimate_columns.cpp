#include "report/column_families.hpp"

namespace reddline::report {

namespace {

const Column sampled_zone{"zone", ColumnType::string, "",
                          "zone that the points or the table of areas name; empty = the whole area of the sample"};
const Column sample_label{"label", ColumnType::string, "",
                          "the audit file's label; a note is added where the sample is a demonstration value"};

}  // namespace

std::vector<TableColumns> estimate_columns() {
    return {
        {"estimates.csv",
         {
             sampled_zone,
             {"class", ColumnType::string, "", "class of the map or of the reference"},
             {"points", ColumnType::integer, "", "points of this reference class"},
             {"mapped_area_ha", ColumnType::number, "ha",
              "what the map shows as the class; empty where the table of areas does not tell it: strata are not the "
              "map's classes, or it is not cut by zones"},
             {"estimated_area_ha", ColumnType::number, "ha", "what the sample says is the class (Eq. 7, 8)"},
             {"standard_error_ha", ColumnType::number, "ha", "of the estimated area; empty where flags say why"},
             {"ci95_low_ha", ColumnType::number, "ha",
              "estimated area less 1.96 standard errors; below 0 where it falls there"},
             {"ci95_high_ha", ColumnType::number, "ha", "estimated area and 1.96 standard errors"},
             {"flags", ColumnType::string, "",
              "parted by blanks: empty_stratum, no_points, one_point, no_variation (why a number is missing); "
              "below_zero, only_in_map, only_in_reference; approximate_error (systematic sample); subset (points were "
              "chosen by a condition)"},
             sample_label,
         },
         {}},
        {"accuracy.csv",
         {
             sampled_zone,
             {"measure", ColumnType::string, "",
              "overall, users (of what the map calls the class) or producers (of what is the class)"},
             {"class", ColumnType::string, "", "class of the map or of the reference; empty of overall"},
             {"points", ColumnType::integer, "", "points of which it is a share"},
             {"accuracy", ColumnType::number, "0..1", "by area, not by points (Eq. 7, 8)"},
             {"standard_error", ColumnType::number, "0..1", "of the accuracy; empty where flags say why"},
             {"ci95_low", ColumnType::number, "0..1",
              "accuracy less 1.96 standard errors; below 0 where it falls there"},
             {"ci95_high", ColumnType::number, "0..1",
              "accuracy and 1.96 standard errors; above 1 where it falls there"},
             {"flags", ColumnType::string, "", "as in estimates.csv; also above_one"},
             sample_label,
         },
         {}},
        {"error_matrix.csv",
         {
             {"map_class", ColumnType::string, "", "what the map says"},
             {"reference_class", ColumnType::string, "", "what the interpreter saw"},
             {"points", ColumnType::integer, "", "points of both"},
             {"area_share", ColumnType::number, "0..1", "of the whole area of the sample (Eq. 7, 8); sums to 1"},
             sample_label,
         },
         {"map_class", "reference_class"}},
    };
}

}  // namespace reddline::report
