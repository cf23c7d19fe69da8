#include "inputs/csv_parser.hpp"

#include <new>
#include <utility>

#include <csv.h>

namespace reddline::inputs {

/// libcsv's state, and what it handed over.
struct CsvParser::State {
    csv_parser parser{};
    std::vector<CsvFields> records;
    CsvFields current;
    bool ended = false;
};

namespace {

int is_no_blank(unsigned char) {
    return 0;
}

template <class State>
void take_field(void* field, std::size_t bytes, void* to) {
    static_cast<State*>(to)->current.emplace_back(static_cast<const char*>(field), field == nullptr ? 0 : bytes);
}

template <class State>
void end_record(int, void* to) {
    auto& state = *static_cast<State*>(to);
    // Blank lines arrive as records without fields.
    if (!state.current.empty()) state.records.push_back(std::move(state.current));
    state.current.clear();
    state.ended = true;
}

void expect_memory(csv_parser& parser) {
    const int trouble = csv_error(&parser);
    if (trouble == CSV_ENOMEM || trouble == CSV_ETOOBIG) throw std::bad_alloc{};
}

}  // namespace

CsvParser::CsvParser(Blanks blanks) : state_{std::make_unique<State>()} {
    if (csv_init(&state_->parser, CSV_STRICT | CSV_STRICT_FINI | CSV_REPALL_NL) != 0) throw std::bad_alloc{};
    if (blanks == Blanks::kept) csv_set_space_func(&state_->parser, is_no_blank);
}

CsvParser::~CsvParser() {
    csv_free(&state_->parser);
}

std::optional<std::vector<CsvFields>> CsvParser::parse(std::string_view piece) {
    state_->ended = false;
    const std::size_t parsed =
        csv_parse(&state_->parser, piece.data(), piece.size(), take_field<State>, end_record<State>, state_.get());
    expect_memory(state_->parser);
    if (parsed != piece.size()) return std::nullopt;
    return std::exchange(state_->records, {});
}

std::optional<std::vector<CsvFields>> CsvParser::finish() {
    const bool finished = csv_fini(&state_->parser, take_field<State>, end_record<State>, state_.get()) == 0;
    expect_memory(state_->parser);
    if (!finished) return std::nullopt;
    return std::exchange(state_->records, {});
}

bool CsvParser::ended_record() const {
    return state_->ended;
}

}  // namespace reddline::inputs
