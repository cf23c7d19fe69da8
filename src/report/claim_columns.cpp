#include "report/column_families.hpp"
#include "report/shared_columns.hpp"

namespace reddline::report {

std::vector<TableColumns> claim_columns() {
    return {
        {"claim_ledger.csv",
         {
             zone,
             stratum,
             {"year", ColumnType::integer, "year", "calendar year"},
             {"reported_ha", ColumnType::number, "ha", "lost by the claim, whatever the land became"},
             {"reported_uncounted_ha", ColumnType::number, "ha",
              "of it, what does not count under the default reading (Eq. 15) and emits nothing in reported_tCO2e: land "
              "that was no forest, under option-1 forest that became another forest type, and forest that became "
              "forest or land of as much carbon; empty without a factor"},
             {"mapped_ha", ColumnType::number, "ha",
              "lost by the loss product, forest types from the default reading's strata map; empty where nothing was "
              "counted"},
             {"estimated_ha", ColumnType::number, "ha",
              "lost by a sample of reference points; empty where it says nothing of the zone, the forest type or the "
              "period"},
             {"difference_ha", ColumnType::number, "ha", "reported less mapped; empty where one of them is not known"},
             {"reported_tCO2e", ColumnType::number, "tCO2e",
              "what these areas emit at the default reading's factors; empty without a factor"},
             {"mapped_tCO2e", ColumnType::number, "tCO2e",
              "what these areas emit at the default reading's factors; empty without a factor"},
             {"difference_tCO2e", ColumnType::number, "tCO2e", "reported less mapped; likewise"},
             label,
         },
         {}},
        {"claim_split.csv",
         {
             zone,
             {"part", ColumnType::string, "",
              "recomputed, reference_level, hectares (how much was lost), strata (which forest types), factors "
              "(emissions per hectare), displaced, deductions (with rounding), excess_emissions (recomputed emissions "
              "above the reference level, which earn nothing and cost nothing), not_itemised (what the claim's items "
              "leave unexplained), claimed; a part that the claim's items and losses do not allow is left out"},
             {"amount_kgCO2e", ColumnType::integer, "kg CO2e",
              "whole kilograms; of a part, positive = it makes the claim larger"},
             {"text", ColumnType::string, "",
              "what is compared, with its numbers; for hectares also the reported hectares that do not count, by "
              "cause; for not_itemised, the items that the claim does not state"},
             label,
         },
         {"zone", "part"}},
        {"loss_mix.csv",
         {
             zone,
             {"source", ColumnType::string, "",
              "expected (the default reading's reference level, where it knows forest types), reported (the claim), "
              "estimated (the sample, where its route is not refused) or mapped (the loss product under a strata map: "
              "the baseline and every map dated before the period, as far "
              "as [readings] strata allows, the baseline also where the maps route takes it, and always the map that "
              "the claim reads its forest types from)"},
             {"strata", ColumnType::string, "", "the strata map of a mapped mix"},
             {"stratum", ColumnType::string, "",
              "forest type; empty = loss on land that the source does not call forest, or of which it knows nothing"},
             {"area_ha", ColumnType::number, "ha", "lost"},
             {"share", ColumnType::number, "0..1", "of the source's loss of forest; sums to 1; empty where stratum is"},
             {"became_forest_ha", ColumnType::number, "ha",
              "of area_ha of the reported mix, what the claim says became another forest type; empty of other sources"},
             label,
         },
         {}},
        {"stratum_shares.csv",
         {
             zone,
             {"from_strata", ColumnType::string, "", "the two strata maps"},
             {"to_strata", ColumnType::string, "", "the two strata maps"},
             {"from", ColumnType::string, "", "forest type in each"},
             {"to", ColumnType::string, "", "forest type in each"},
             {"area_ha", ColumnType::number, "ha", "lost in the monitoring period"},
             {"share", ColumnType::number, "0..1",
              "of the loss that is from in the first map and forest in the second; sums to 1 over to"},
             label,
         },
         {}},
        {"stratum_question.csv",
         {
             zone,
             {"quantity", ColumnType::string, "",
              "consistency_index of two mixes; reported_emission, relabelled_emission and relabelling_difference "
              "(relabelled less reported) of the reported loss under a map; lowest_emission and highest_emission of "
              "the lost area, whatever its forest types; break_even_share of the default reading and "
              "claimed_break_even_share of the claim"},
             {"strata", ColumnType::string, "", "the strata map that relabels"},
             {"value", ColumnType::number, "see unit",
              "the value; a share below 0 or above 1 means that the forest types do not decide"},
             {"unit", ColumnType::string, "", "0..1 (0 the same mix, 1 disjoint), tCO2e or share"},
             {"text", ColumnType::string, "",
              "which mixes; as labelled, with the hectares of it that became another forest type, type by type (by "
              "stratum_shares.csv) or mix of all loss; of which area and forest types"},
             label,
         },
         {}},
    };
}

}  // namespace reddline::report
