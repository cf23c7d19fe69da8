#include "inputs/buffer_ledger_table.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "domain/error.hpp"
#include "domain/joined.hpp"
#include "domain/number_text.hpp"
#include "inputs/csv_table.hpp"
#include "inputs/in_quotes.hpp"
#include "inputs/nearest_name.hpp"

namespace reddline::inputs {

namespace {

/// So much more than any account holds that sums of it stay whole numbers of 64 bits.
constexpr std::int64_t most_credits = 1'000'000'000'000;

constexpr std::array kinds{BufferPostingKind::opening, BufferPostingKind::release, BufferPostingKind::reversal};

BufferPostingKind read_kind(const CsvTable& table, std::size_t row) {
    const std::string& found = table.text(row, "entry");
    std::vector<std::string> known;
    for (const BufferPostingKind kind : kinds) {
        if (found == to_string(kind)) return kind;
        known.emplace_back(to_string(kind));
    }
    table.fail(row, "entry", "one of " + joined(known) + " (the nearest is " + nearest_name(found, known) + ")");
}

BufferPosting read_posting(const CsvTable& table, std::size_t row) {
    BufferPosting posting;
    if (table.has("zone")) posting.zone = table.filled(row, "zone");
    posting.kind = read_kind(table, row);
    posting.credits.tCO2e = table.integer(row, "credits");
    if (posting.credits.tCO2e < 0 || posting.credits.tCO2e > most_credits)
        table.fail(row, "credits", "a whole number from 0 to " + grouped(most_credits));
    posting.source = table.filled(row, "source");
    posting.place = table.place(row);
    return posting;
}

void expect_first_opening(const BufferPosting& posting, const std::vector<BufferPosting>& before) {
    if (posting.kind != BufferPostingKind::opening) return;
    const auto first = std::ranges::find_if(before, [&](const BufferPosting& other) {
        return other.kind == BufferPostingKind::opening && other.zone == posting.zone;
    });
    if (first == before.end()) return;
    throw Error(ErrorCode::table_malformed, posting.place,
                "expected at most one opening" + (posting.zone.empty() ? "" : " of zone " + in_quotes(posting.zone)) +
                    ", found another at " + first->place + "; keep one of the lines");
}

}  // namespace

std::vector<BufferPosting> parse_buffer_ledger(std::string_view text, const std::string& name) {
    const CsvTable table{text, name};
    table.expect_columns({"entry", "credits", "source"}, {"zone"});
    std::vector<BufferPosting> ledger;
    for (std::size_t row = 0; row < table.rows(); ++row) {
        BufferPosting posting = read_posting(table, row);
        expect_first_opening(posting, ledger);
        ledger.push_back(std::move(posting));
    }
    if (ledger.empty()) {
        throw Error(ErrorCode::table_malformed, name,
                    "expected at least one line below the columns, found none; add one, or leave the ledger out");
    }
    return ledger;
}

}  // namespace reddline::inputs
