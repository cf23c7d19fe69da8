#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/sheet.hpp"

namespace reddline::report {

/// The input sheet of a workbook: every number is there once.
class InputSheet {
public:
    InputSheet() : sheet_{"Inputs", "Inputs!", "source"} {}

    /// The cell of an input by its name, which is added where it is not there yet.
    Term input(const std::string& name, double value, const std::string& unit, const std::string& source);
    void heading(const std::string& text) { sheet_.heading(text); }
    void note(const std::string& name, const std::string& value) { sheet_.note(name, value); }
    [[nodiscard]] const Sheet& sheet() const { return sheet_; }

private:
    Sheet sheet_;
    std::map<std::string, Term> cells_;
};

/// A sheet that recomputes the default reading of one project, with what its steps rest on.
struct Calculation {
    const AuditCase& audit;
    const AuditResult& results;
    InputSheet& inputs;
    Sheet sheet;
    std::map<std::string, Term> known;  ///< steps that others share, by a name of their own

    [[nodiscard]] const Reading& reading() const { return results.default_reading; }
    [[nodiscard]] const std::string& zone_name(std::size_t zone) const { return audit.zones[zone].zone.name; }
};

/// A cell per forest stratum.
using StratumTerms = std::vector<std::pair<std::string, Term>>;

/// A cell per calendar year.
using YearTerms = std::map<int, Term>;

}  // namespace reddline::report
