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

void expect_counted_with(const std::vector<CountFact>& audit_file, const std::vector<CountFact>& counted,
                         const std::string& place) {
    const auto expect_same = [&](const CountFact& fact) {
        const std::string wanted = value_in(audit_file, fact.name);
        const std::string found = value_in(counted, fact.name);
        if (wanted == found) return;
        throw Error(ErrorCode::crosstab_mismatch, place,
                    "expected a crosstab counted with " + fact.name + " = " + wanted +
                        " as the audit file says, found one counted with " + found +
                        "; run crosstab again with this audit file");
    };
    std::ranges::for_each(audit_file, expect_same);
    std::ranges::for_each(counted, expect_same);
}

}  // namespace reddline
