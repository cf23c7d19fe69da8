#pragma once

#include "report/table_columns.hpp"

namespace reddline::report {

// Columns that several tables have.
inline const Column label{
    "label", ColumnType::string, "",
    "the audit file's label; a note is added where demonstration values (factors, reference level, deduction, claim, "
    "sample) entered the table, or the row where they enter only some: the claim enters the rows of route reported, "
    "and the reported mix, the sample those of route sample; transitions, canopy and stratum_shares hold areas by the "
    "maps alone"};
inline const Column reading{
    "reading", ColumnType::string, "",
    "the choices behind the row, in one line; on the routes reported and sample, the strata map and the forest in "
    "it are those of the reference level"};
inline const Column route{
    "route", ColumnType::string, "",
    "loss (loss years and one strata map), maps (two strata maps), reported (the claim's own losses) or sample "
    "(estimated from reference points), Eq. 20"};
inline const Column strata{"strata", ColumnType::string, "",
                           "the strata map that gives the strata, or the two maps; empty where no map has a part"};
inline const Column stratum{"stratum", ColumnType::string, "",
                            "forest type by the name in the legend; empty = the map has none there"};
inline const Column zone{"zone", ColumnType::string, "",
                         "name of the zone, entry/value where an entry is split by an attribute"};

}  // namespace reddline::report
