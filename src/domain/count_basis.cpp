#include "domain/count_basis.hpp"

#include <algorithm>

#include "domain/error.hpp"

namespace reddline {

namespace {

/// What a side says of a fact, for messages.
std::string value_in(const std::vector<CountFact>& facts, const std::string& name) {
    const auto found = std::ranges::find(facts, name, &CountFact::name);
    if (found == facts.end()) return "nothing";
    return found->value.empty() ? "nothing" : "'" + found->value + "'";
}

}  // namespace

std::optional<FactMismatch> mismatch_of(const std::vector<CountFact>& first, const std::vector<CountFact>& second) {
    for (const auto* side : {&first, &second}) {
        for (const CountFact& fact : *side) {
            FactMismatch values{fact.name, value_in(first, fact.name), value_in(second, fact.name)};
            if (values.first != values.second) return values;
        }
    }
    return std::nullopt;
}

void expect_counted_with(const std::vector<CountFact>& audit_file, const std::vector<CountFact>& counted,
                         const std::string& place) {
    const auto mismatch = mismatch_of(audit_file, counted);
    if (!mismatch) return;
    throw Error(ErrorCode::crosstab_mismatch, place,
                "expected a crosstab counted with " + mismatch->name + " = " + mismatch->first +
                    " as the audit file says, found one counted with " + mismatch->second +
                    "; run crosstab again with this audit file");
}

}  // namespace reddline
