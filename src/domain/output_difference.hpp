#pragma once

#include <optional>
#include <string>
#include <vector>

#include "domain/count_basis.hpp"
#include "domain/provenance.hpp"
#include "domain/units.hpp"
#include "domain/year.hpp"
#include "domain/zone_extent.hpp"

namespace reddline {

/// Mapped loss of one stratum of a zone in one year, as the tables of an earlier run state it.
struct StatedLoss {
    std::string zone;
    std::string stratum;
    LossYear year;
    Hectares area;
    std::optional<TonnesCO2e> emission;  ///< nothing where the tables state none
};

/// What two runs are compared by: the tables of one output directory.
struct StatedOutput {
    std::string label;
    std::string default_reading;
    std::string release;  ///< of the loss product
    LossCodes codes;      ///< the years that the release covers
    std::vector<ZoneExtent> zones;
    std::vector<CountFact> facts;   ///< what its counts depend on
    std::vector<InputFile> tables;  ///< factors, legends and the other tables that the audit file names
    std::vector<StatedLoss> losses;
};

/// Loss of one stratum of a zone in one year as the two runs A and B state it; nothing where one says nothing of it.
struct LossDifference {
    std::string zone;
    std::string stratum;
    LossYear year;
    std::optional<Hectares> a;
    std::optional<Hectares> b;
    std::optional<TonnesCO2e> a_emission;
    std::optional<TonnesCO2e> b_emission;

    /// B less A; nothing where one of them says nothing.
    [[nodiscard]] std::optional<Hectares> more() const { return a && b ? std::optional(*b - *a) : std::nullopt; }
    /// B less A in tonnes; likewise.
    [[nodiscard]] std::optional<TonnesCO2e> more_emission() const {
        return a_emission && b_emission ? std::optional(*b_emission - *a_emission) : std::nullopt;
    }
};

/// A zone of both runs.
struct ZonePair {
    std::string zone;
    Tally a;
    Tally b;
};

/// A thing that the counts depend on and that the runs do not share; empty where a run has no such thing.
struct FactDifference {
    std::string name;
    std::string a;
    std::string b;
};

/// How the loss that two runs state differs.
struct OutputDifference {
    std::vector<ZonePair> zones;            ///< of both, by name, in the order of A
    std::vector<std::string> only_a;        ///< zones of A alone
    std::vector<std::string> only_b;        ///< zones of B alone
    std::vector<FactDifference> facts;      ///< besides the loss product and the label
    std::vector<std::string> tables;        ///< tables of both whose content differs
    std::vector<LossDifference> common;     ///< years that both cover, what moved most tonnes first
    std::vector<LossDifference> uncovered;  ///< years that one release covers alone
};

}  // namespace reddline
