#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// Who says which forest types were lost: "expected", "reported", or the name of the strata map.
[[nodiscard]] std::string mix_name(const Strings& say, const AuditCase& audit, const LossMix& mix);

/// How many of the reported hectares became another forest type.
[[nodiscard]] Hectares became_forest(const StratumQuestion& question);

/// Shares of the loss by forest type, one column per source.
[[nodiscard]] PlainTable mix_table(const Strings& say, const AuditCase& audit, const StratumQuestion& question);

/// How far the sources are apart (Eq. 27).
[[nodiscard]] PlainTable distance_table(const Strings& say, const AuditCase& audit, const StratumQuestion& question);

/// Relabelling, bounds and break-even in plain sentences (Eq. 25, 26).
[[nodiscard]] std::vector<std::string> question_sentences(const Strings& say, const AuditCase& audit,
                                                          const StratumQuestion& question);

}  // namespace reddline::report
