#include "cli/parts_directory.hpp"

#include <algorithm>
#include <cstdint>
#include <iomanip>
#include <optional>
#include <sstream>
#include <system_error>

#include "cli/load_tables.hpp"
#include "cli/new_file.hpp"
#include "domain/number_text.hpp"
#include "store/sha256.hpp"
#include "store/work_plan_file.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;

constexpr const char* plan_name = "plan.json";
constexpr const char* part_ending = ".part";
constexpr const char* failure_ending = ".failed";

/// The unit of a file such as unit-000012.part; nothing when it is not named so.
std::optional<std::size_t> unit_of(const fs::path& file, const std::string& ending) {
    const std::string name = file.filename().string();
    const std::string start = "unit-";
    if (!name.starts_with(start) || !name.ends_with(ending)) return std::nullopt;
    const auto number = parse_integer(name.substr(start.size(), name.size() - start.size() - ending.size()));
    return number && *number >= 0 ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

/// What makes a plan another one, for people.
std::string difference_of(const WorkPlan& wanted, const WorkPlan& found) {
    if (const auto mismatch = mismatch_of(wanted.facts, found.facts)) {
        return mismatch->name + " = " + mismatch->first + ", found " + mismatch->second;
    }
    const Provenance& ours = wanted.provenance;
    const Provenance& theirs = found.provenance;
    if (ours.version != theirs.version || ours.commit != theirs.commit) {
        return "version " + ours.version + " (" + ours.commit + "), found " + theirs.version + " (" + theirs.commit +
               ")";
    }
    for (const InputFile& file : ours.inputs) {
        const auto same = std::ranges::find(theirs.inputs, file.path, &InputFile::path);
        if (same == theirs.inputs.end()) return "the input " + file.path + ", found none of that name";
        if (same->sha256 != file.sha256) return "another content of " + file.path;
    }
    if (wanted.units != found.units) {
        return counted(std::ssize(wanted.units), "unit") + " as the files are stored and --unit says now, found " +
               std::to_string(found.units.size()) + " or other ones";
    }
    return "the same plan, found another one";
}

}  // namespace

PartsDirectory::PartsDirectory(const std::string& path, const WorkPlan& plan) : shown_{path}, path_{path}, plan_{plan} {
    std::error_code error;
    fs::create_directories(path_, error);
    if (error) fail_to_write(path_, error.message());
    const std::string text = store::work_plan_text(plan);
    plan_sha256_ = store::hexadecimal(store::sha256(text));
    const fs::path plan_path = path_ / plan_name;
    if (!fs::exists(plan_path) && !fs::is_empty(path_)) {
        const bool has_strangers = std::ranges::any_of(
            fs::directory_iterator(path_),
            [](const fs::directory_entry& entry) { return !entry.path().filename().string().starts_with("."); });
        // Another process may just be writing the plan.
        if (has_strangers && !fs::exists(plan_path)) {
            throw Error(
                ErrorCode::output_exists, shown_,
                "expected a directory of parts or none, found something else, without plan.json; choose another "
                "-o DIR");
        }
    }
    if (write_first(plan_path, text)) return;
    const std::string there = read_text(plan_path.string());
    if (there == text) return;
    throw Error(ErrorCode::crosstab_mismatch, shown_,
                "expected parts counted with " +
                    difference_of(plan, store::parse_work_plan(there, plan_path.string())) +
                    "; choose another -o DIR, or remove this one");
}

PartsDirectory::PartsDirectory(const std::string& path) : shown_{path}, path_{path} {
    const std::string plan_path = (path_ / plan_name).string();
    const std::string text = read_text(plan_path);
    plan_ = store::parse_work_plan(text, plan_path);
    plan_sha256_ = store::hexadecimal(store::sha256(text));
}

fs::path PartsDirectory::file_of(std::size_t unit, const std::string& ending) const {
    std::ostringstream name;
    name << "unit-" << std::setw(6) << std::setfill('0') << unit << ending;
    return path_ / name.str();
}

bool PartsDirectory::has(std::size_t unit) const {
    return fs::exists(file_of(unit, part_ending));
}

std::vector<std::size_t> PartsDirectory::units_there() const {
    std::vector<std::size_t> units;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
        if (const auto unit = unit_of(entry.path(), part_ending)) units.push_back(*unit);
    }
    std::ranges::sort(units);
    return units;
}

std::map<std::size_t, std::string> PartsDirectory::failures() const {
    std::map<std::size_t, std::string> failures;
    for (const fs::directory_entry& entry : fs::directory_iterator(path_)) {
        const auto unit = unit_of(entry.path(), failure_ending);
        if (unit && !has(*unit)) failures.emplace(*unit, read_text(entry.path().string()));
    }
    return failures;
}

store::Part PartsDirectory::read(std::size_t unit) const {
    const std::string path = file_of(unit, part_ending).string();
    store::Part part = store::parse_part(read_text(path), path);
    if (part.plan_sha256 != plan_sha256_ || part.unit != unit) {
        throw Error(ErrorCode::crosstab_mismatch, path,
                    "expected the part of unit " + std::to_string(unit) +
                        " of the plan beside it, found that of unit " + std::to_string(part.unit) +
                        (part.plan_sha256 == plan_sha256_ ? "" : " of another plan") +
                        "; remove the file and run the same shard again");
    }
    return part;
}

void PartsDirectory::write(const store::Part& part) const {
    write_whole(file_of(part.unit, part_ending), store::part_bytes(part));
    std::error_code ignored;
    fs::remove(file_of(part.unit, failure_ending), ignored);
}

void PartsDirectory::write_failure(std::size_t unit, const Error& error) const {
    write_whole(file_of(unit, failure_ending), error.what());
}

}  // namespace reddline::cli
