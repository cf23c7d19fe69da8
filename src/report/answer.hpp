#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// The statement of a project zone under the default reading; null where the zone has none.
[[nodiscard]] const ZoneStatement* default_answer(const AuditResult& results, std::size_t zone);

/// The answer for one project zone in a few plain sentences: what was lost and where, what was expected, what follows.
[[nodiscard]] std::vector<std::string> answer_sentences(const Strings& say, const AuditCase& audit,
                                                        const AuditResult& results, std::size_t zone);

/// Where the pixels of the zones went, each once, such as "283,278 in zones = 283,278 counted + 0 excluded + 0 rejected".
[[nodiscard]] std::string pixel_sentence(const Strings& say, const AuditCase& audit);

/// Where all pixels that were read went, those around the zones included.
[[nodiscard]] std::string read_sentence(const Strings& say, const AuditCase& audit);

}  // namespace reddline::report
