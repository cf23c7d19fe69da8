#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "domain/error.hpp"
#include "domain/work_plan.hpp"
#include "store/part_file.hpp"

namespace reddline::cli {

/// A directory that holds a plan (`plan.json`), a file for each unit that is done, and a text for each that failed. Any number of
/// processes may write to one.
class PartsDirectory {
public:
    /// Opens a directory for the parts of a plan, and makes it where it is not there.
    ///
    /// Errors: Error{crosstab_mismatch} when it holds parts of another plan; Error{output_exists} when it holds something else;
    ///         Error{output_failed}.
    PartsDirectory(const std::string& path, const WorkPlan& plan);

    /// Opens a directory that is there.
    ///
    /// Errors: Error{missing_file, unreadable_file} when it holds no plan.
    explicit PartsDirectory(const std::string& path);

    [[nodiscard]] const std::string& path() const { return shown_; }
    [[nodiscard]] const WorkPlan& plan() const { return plan_; }
    /// Of the plan's text; part of every part.
    [[nodiscard]] const std::string& plan_sha256() const { return plan_sha256_; }

    [[nodiscard]] bool has(std::size_t unit) const;
    /// The units of all parts that are there, also of such that the plan does not have.
    [[nodiscard]] std::vector<std::size_t> units_there() const;
    /// What was written about units that failed and are not done since.
    [[nodiscard]] std::map<std::size_t, std::string> failures() const;

    /// Errors: Error{missing_file, unreadable_file}; Error{crosstab_mismatch} when it is the part of another plan or unit.
    [[nodiscard]] store::Part read(std::size_t unit) const;
    /// Errors: Error{output_failed}.
    void write(const store::Part& part) const;
    /// Errors: Error{output_failed}.
    void write_failure(std::size_t unit, const Error& error) const;

private:
    [[nodiscard]] std::filesystem::path file_of(std::size_t unit, const std::string& ending) const;

    std::string shown_;
    std::filesystem::path path_;
    WorkPlan plan_;
    std::string plan_sha256_;
};

}  // namespace reddline::cli
