#include "store/run_code.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "raster/grid.hpp"
#include "store/number_code.hpp"

namespace reddline::store {

namespace {

using raster::Run;

constexpr std::uint64_t same_sets = 0;  // as in the row above
constexpr std::uint64_t other_sets = 1;

bool have_same_sets(std::span<const Run> row, std::span<const Run> above) {
    return std::ranges::equal(row, above, {}, &Run::set, &Run::set);
}

void put_row(std::span<const Run> row, std::span<const Run> above, std::string& bytes) {
    if (have_same_sets(row, above)) {
        put_number(same_sets, bytes);
    } else {
        put_number(other_sets, bytes);
        put_number(row.size(), bytes);
        for (const Run& run : row)
            put_number(run.set, bytes);
        above = {};
    }
    for (std::size_t i = 0; i < row.size(); ++i) {
        const Run before = above.empty() ? Run{} : above[i];
        put_signed(std::int64_t{row[i].first} - before.first, bytes);
        put_signed(std::int64_t{row[i].end} - before.end, bytes);
    }
}

/// Takes the rows of a table one after the other.
class Rows {
public:
    Rows(Numbers& numbers, std::size_t sets) : numbers_{numbers}, sets_{sets} {}

    void append_next(std::vector<Run>& runs) {
        if (numbers_.next() != same_sets) {
            row_.assign(numbers_.next_count(), Run{});
            for (Run& run : row_)
                run.set = numbers_.next_as<std::uint32_t>();
        }
        std::int64_t end_of_last = 0;
        for (Run& run : row_) {
            const std::int64_t first = run.first + next_step();
            const std::int64_t end = run.end + next_step();
            is_good_ = is_good_ && end_of_last <= first && first < end && end <= raster::most_pixels_per_side &&
                       run.set < sets_;
            end_of_last = end;
            run = {first, end, run.set};
        }
        if (is_good_) runs.insert(runs.end(), row_.begin(), row_.end());
    }

    [[nodiscard]] bool all_good() const { return is_good_ && numbers_.all_good(); }

private:
    /// How far a run begins or ends from where the one above does.
    std::int64_t next_step() {
        const std::int64_t step = numbers_.next_signed();
        const bool fits_grid = -raster::most_pixels_per_side <= step && step <= raster::most_pixels_per_side;
        is_good_ = is_good_ && fits_grid;
        return fits_grid ? step : 0;
    }

    Numbers& numbers_;
    std::size_t sets_;
    std::vector<Run> row_;  // the one above, until it is the one that is taken
    bool is_good_ = true;
};

}  // namespace

std::string encoded(const raster::RunTable& table) {
    std::string bytes;
    put_number(table.sets().size(), bytes);
    for (const std::vector<std::uint32_t>& areas : table.sets()) {
        put_number(areas.size(), bytes);
        for (const std::uint32_t area : areas)
            put_number(area, bytes);
    }
    const raster::Window bounds = table.bounds();
    put_number(static_cast<std::uint64_t>(bounds.row), bytes);
    put_number(static_cast<std::uint64_t>(bounds.rows), bytes);
    std::span<const Run> above;
    for (std::int64_t row = bounds.row; row < bounds.end_row(); ++row) {
        const std::span<const Run> runs = table.runs_of(row);
        put_row(runs, above, bytes);
        above = runs;
    }
    return bytes;
}

std::optional<raster::RunTable> decoded_runs(std::string_view bytes) {
    Numbers numbers(bytes);
    std::vector<std::vector<std::uint32_t>> sets(numbers.next_count());
    for (std::vector<std::uint32_t>& areas : sets) {
        areas.resize(numbers.next_count());
        for (std::uint32_t& area : areas)
            area = numbers.next_as<std::uint32_t>();
    }
    const auto first_row = static_cast<std::int64_t>(numbers.next_as<std::uint32_t>());
    const auto end_row = first_row + static_cast<std::int64_t>(numbers.next_count());
    Rows rows(numbers, sets.size());
    auto table = raster::RunTable::filled(std::move(sets), first_row, end_row,
                                          [&](std::int64_t, std::vector<Run>& runs) { rows.append_next(runs); });
    if (!rows.all_good()) return std::nullopt;
    return table;
}

}  // namespace reddline::store
