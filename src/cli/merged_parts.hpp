#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/crosstab.hpp"
#include "domain/finding.hpp"
#include "domain/provenance.hpp"
#include "domain/unread_blocks.hpp"
#include "domain/work_plan.hpp"
#include "domain/year.hpp"
#include "pipeline/set_sums.hpp"
#include "store/part_file.hpp"

namespace reddline::cli {

/// What parts of one plan hold, added up; the order does not matter.
class MergedParts {
public:
    /// The plan must outlive it.
    explicit MergedParts(const WorkPlan& plan);

    /// Adds the part that lies at `place`.
    ///
    /// Errors: Error{crosstab_mismatch} with `place` as subject when it read other files than the plan names, or a file that has
    ///         another content in an earlier part.
    void add(const store::Part& part, const std::string& place);

    [[nodiscard]] const LossCodes& codes() const { return codes_; }
    /// Those of the plan, with what the parts hashed.
    [[nodiscard]] const std::vector<InputFile>& inputs() const { return inputs_; }
    /// Shapes: one per minimum area of the plan.
    [[nodiscard]] std::vector<CrosstabOfArea> crosstabs(std::size_t zones) const;
    /// In the order of the layers and of their files.
    [[nodiscard]] Findings unread_findings() const;
    /// All of it as the part of one unit.
    [[nodiscard]] store::Part as_part(const std::string& plan_sha256, std::size_t unit) const;

private:
    void add_input(const InputFile& file, const std::string& place);

    const WorkPlan& plan_;
    LossCodes codes_;
    pipeline::SetSums sums_;
    std::vector<InputFile> inputs_;
    std::map<std::pair<std::string, std::string>, UnreadBlocks> unread_;
};

/// Takes the areas of the zones over from the counted pixels.
///
/// Errors: Error{internal} where a zone has other pixels than was planned, unless the count is partial.
void set_zone_areas(AuditCase& audit, bool is_partial);

}  // namespace reddline::cli
