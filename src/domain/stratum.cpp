#include "domain/stratum.hpp"

#include <algorithm>
#include <utility>

#include "domain/error.hpp"

namespace reddline {

void Legend::add(const std::string& code, const Stratum& stratum) {
    if (codes_.contains(code)) {
        throw Error(ErrorCode::table_malformed, source_,
                    "expected every code once, found code " + code + " again; remove one of the lines");
    }
    auto index = index_of(stratum.name);
    if (!index) {
        if (strata_.size() == most_strata) {
            throw Error(ErrorCode::table_malformed, source_,
                        "expected at most " + std::to_string(most_strata) +
                            " strata, found more; give codes that need no carbon density of their own one stratum");
        }
        index = static_cast<std::uint16_t>(strata_.size());
        strata_.push_back(stratum);
    }
    if (strata_[*index].kind != stratum.kind) {
        throw Error(ErrorCode::table_malformed, source_,
                    "expected one meaning per stratum, found '" + stratum.name +
                        "' both as forest and not, or both excluded and not; give every code of a stratum "
                        "the same flags");
    }
    codes_.emplace(code, *index);
}

std::optional<std::uint16_t> Legend::index_of(std::string_view stratum_name) const {
    const auto found = std::ranges::find(strata_, stratum_name, &Stratum::name);
    if (found == strata_.end()) return std::nullopt;
    return static_cast<std::uint16_t>(found - strata_.begin());
}

std::string Legend::name_of(std::uint16_t index) const {
    return index < strata_.size() ? strata_[index].name : std::string{};
}

std::string_view to_string(StrataRole role) {
    switch (role) {
        case StrataRole::baseline:
            return "baseline";
        case StrataRole::monitoring:
            return "monitoring";
        case StrataRole::independent:
            return "independent";
    }
    return "independent";
}

std::optional<StrataRole> strata_role_of(std::string_view name) {
    for (const auto role : {StrataRole::baseline, StrataRole::monitoring, StrataRole::independent}) {
        if (to_string(role) == name) return role;
    }
    return std::nullopt;
}

std::optional<std::size_t> baseline_map(const std::vector<StrataMap>& maps) {
    if (maps.empty()) return std::nullopt;
    const auto found = std::ranges::find(maps, StrataRole::baseline, &StrataMap::role);
    return found == maps.end() ? 0 : static_cast<std::size_t>(found - maps.begin());
}

}  // namespace reddline
