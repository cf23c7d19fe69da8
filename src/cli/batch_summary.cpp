#include "cli/batch_summary.hpp"

#include <cmath>
#include <filesystem>
#include <map>
#include <nlohmann/json.hpp>

#include "cli/load_tables.hpp"
#include "cli/messages.hpp"
#include "domain/error.hpp"
#include "domain/number_text.hpp"
#include "report/aligned_table.hpp"
#include "report/csv_text.hpp"

namespace reddline::cli {

namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;

/// A row of the summary; empty where the audit does not say.
struct Row {
    std::string zone;
    std::optional<double> claimed;
    std::optional<double> credits;
    std::optional<double> lowest;
    std::optional<double> highest;
    std::map<std::string, int> findings;  // by severity
};

std::optional<double> number_at(const Json& json, const char* key) {
    if (!json.is_object() || !json.contains(key) || !json.at(key).is_number()) return std::nullopt;
    return json.at(key).get<double>();
}

/// The member of a list that speaks of the zone.
Json of_zone(const Json& list, const std::string& zone) {
    for (const Json& member : list) {
        if (member.at("zone") == zone) return member;
    }
    return Json::object();
}

std::vector<Row> rows_of(const Json& results) {
    Row common;
    for (const Json& finding : results.at("findings"))
        ++common.findings[finding.at("severity").get<std::string>()];
    std::vector<Row> rows;
    for (const Json& statement : results.at("statements")) {
        Row row = common;
        row.zone = statement.at("zone").get<std::string>();
        const Json& claim = results.at("claim");
        if (claim.is_object() && claim.at("zone") == row.zone)
            row.claimed = number_at(claim.at("items_tCO2e"), "credits");
        row.credits = number_at(statement, "credits_tCO2e");
        const Json summary = of_zone(results.at("readings_summary"), row.zone);
        if (summary.contains("consistent")) {
            row.lowest = number_at(summary.at("consistent"), "lowest_credits_tCO2e");
            row.highest = number_at(summary.at("consistent"), "highest_credits_tCO2e");
        }
        rows.push_back(row);
    }
    if (rows.empty()) rows.push_back(common);
    return rows;
}

std::vector<Row> rows_of(const BatchAudit& audit, const std::string& folder) {
    if (has_failed(audit)) return {{}};
    const std::string path = (fs::path(folder) / audit.name / "audit.json").string();
    try {
        return rows_of(Json::parse(read_text(path)));
    } catch (const Json::exception&) {
        throw Error(ErrorCode::table_malformed, path,
                    "expected the results of an audit, found a text that cannot be read as that; remove the directory");
    }
}

/// Counts of findings belong to results; an audit that has none has no count either.
std::string count_text(const BatchAudit& audit, const Row& row, const char* severity) {
    if (has_failed(audit)) return "";
    const auto found = row.findings.find(severity);
    return std::to_string(found == row.findings.end() ? 0 : found->second);
}

/// Whole tonnes without an exponent.
std::string tonnes_text(double tonnes) {
    return tonnes == std::floor(tonnes) ? fixed(tonnes, 0) : shortest(tonnes);
}

std::string code_text(const BatchAudit& audit) {
    return audit.exit_code ? std::to_string(*audit.exit_code) : "";
}

}  // namespace

bool has_failed(const BatchAudit& audit) {
    constexpr int with_findings = 4;
    return audit.exit_code != 0 && audit.exit_code != with_findings;
}

void expect_results(const std::string& folder, std::vector<BatchAudit>& audits) {
    for (BatchAudit& audit : audits) {
        try {
            static_cast<void>(rows_of(audit, folder));
        } catch (const Error& error) {
            audit.exit_code = exit_code_of(error.code());
            audit.error = error.what();
        }
    }
}

std::string batch_csv(const std::vector<BatchAudit>& audits, const std::string& folder) {
    report::CsvText csv{{"audit", "zone", "exit_code", "claimed_credits", "default_credits", "lowest_credits",
                         "highest_credits", "contradictions", "warnings", "notes", "error"}};
    const auto number = [](const std::optional<double>& value) { return value ? tonnes_text(*value) : ""; };
    for (const BatchAudit& audit : audits) {
        for (const Row& row : rows_of(audit, folder)) {
            csv.add({audit.name, row.zone, code_text(audit), number(row.claimed), number(row.credits),
                     number(row.lowest), number(row.highest), count_text(audit, row, "contradiction"),
                     count_text(audit, row, "warning"), count_text(audit, row, "note"), audit.error});
        }
    }
    return csv.text();
}

std::string batch_text(const std::vector<BatchAudit>& audits, const std::string& folder) {
    report::PlainTable table{
        {"audit", "zone", "exit", "claimed", "default", "lowest", "highest", "contra-", "warn-", "notes", "s"},
        {{"", "", "code", "credits", "credits", "credits", "credits", "dictions", "ings", "", ""}},
        {0, 1}};
    const auto number = [](const std::optional<double>& value) { return value ? fixed(*value, 0) : "-"; };
    for (const BatchAudit& audit : audits) {
        for (const Row& row : rows_of(audit, folder)) {
            table.rows.push_back({audit.name, row.zone, audit.exit_code ? code_text(audit) : "not run",
                                  number(row.claimed), number(row.credits), number(row.lowest), number(row.highest),
                                  count_text(audit, row, "contradiction"), count_text(audit, row, "warning"),
                                  count_text(audit, row, "note"), audit.exit_code ? fixed(audit.seconds, 1) : "-"});
        }
    }
    return report::aligned(table, "");
}

}  // namespace reddline::cli
