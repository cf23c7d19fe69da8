#pragma once

#include <string>
#include <vector>

#include "domain/audit_case.hpp"
#include "domain/audit_result.hpp"
#include "report/aligned_table.hpp"
#include "report/strings.hpp"

namespace reddline::report {

/// What a block of a report is.
enum class BlockKind {
    strong,     ///< a line that stands out
    lead,       ///< sentences that are read first
    paragraph,  ///< sentences
    list,
    table,
};

/// A piece of a report; `lines` are its sentences or entries, and empty in a table.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    std::vector<std::string> lines;
    PlainTable table{};
};

/// A section of a report under its own heading.
struct Section {
    std::string key;      ///< what it is about, such as "ledger"
    std::string project;  ///< the project zone that it speaks of; empty = all
    int level = 2;        ///< of its heading, 2 or 3
    std::string title;
    std::vector<Block> blocks;
};

/// What a report says, whatever it looks like.
struct Document {
    std::string title;
    std::string label;
    std::vector<Section> sections;
};

/// The report of an audit: the answer first, then what is missing, the tables, the findings and the sources.
[[nodiscard]] Document report_document(const Strings& say, const AuditCase& audit, const AuditResult& results);

}  // namespace reddline::report
