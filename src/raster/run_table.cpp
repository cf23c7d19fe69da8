#include "raster/run_table.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <span>
#include <tuple>
#include <unordered_map>
#include <utility>

namespace reddline::raster {

namespace {

using Areas = std::vector<std::uint32_t>;

struct AreasHash {
    std::size_t operator()(const Areas& areas) const {
        std::uint64_t hash = 0xcbf29ce484222325U;  // FNV-1a, by whole numbers
        for (const std::uint32_t area : areas)
            hash = (hash ^ area) * 0x100000001b3U;
        return static_cast<std::size_t>(hash ^ (hash >> 32U));
    }
};

/// Numbers sets in the order in which they are met, and in the end by their members.
class SetNumbers {
public:
    std::uint32_t number_of(const Areas& areas) {
        return numbers_.try_emplace(areas, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }

    /// All sets in order of their members, and the place there of each number given so far.
    [[nodiscard]] std::pair<std::vector<Areas>, std::vector<std::uint32_t>> sorted() const {
        std::vector<std::pair<Areas, std::uint32_t>> by_members(numbers_.begin(), numbers_.end());
        std::ranges::sort(by_members);
        std::vector<Areas> sets;
        std::vector<std::uint32_t> place_of(by_members.size());
        for (auto& [areas, number] : by_members) {
            place_of[number] = static_cast<std::uint32_t>(sets.size());
            sets.push_back(std::move(areas));
        }
        return {std::move(sets), std::move(place_of)};
    }

private:
    std::unordered_map<Areas, std::uint32_t, AreasHash> numbers_;
};

/// Sorts by row, area and column. Areas come one after the other, so that putting rows together leaves little to sort.
void sort_by_row(std::vector<Span>& spans) {
    if (spans.empty()) return;
    const auto [lowest, highest] = std::ranges::minmax(spans, {}, &Span::row);
    const std::int64_t first_row = lowest.row;
    std::vector<std::size_t> next(static_cast<std::size_t>(highest.row - first_row) + 2);
    for (const Span& span : spans)
        ++next[static_cast<std::size_t>(span.row - first_row) + 1];
    std::partial_sum(next.begin(), next.end(), next.begin());
    std::vector<Span> by_row(spans.size());
    for (const Span& span : spans)
        by_row[next[static_cast<std::size_t>(span.row - first_row)]++] = span;
    std::size_t start = 0;
    for (const std::size_t end : next) {
        const std::span row(by_row.data() + start, end - start);
        const auto place = [](const Span& span) { return std::tuple(span.area, span.first, span.end); };
        if (!std::ranges::is_sorted(row, {}, place)) std::ranges::sort(row, {}, place);
        start = end;
    }
    spans = std::move(by_row);
}

/// Sorts by row, area and column, and joins what overlaps or touches in one area, so that an area starts and
/// ends at most once at any place of a row.
void join_by_area(std::vector<Span>& spans) {
    std::erase_if(spans, [](const Span& span) { return span.first >= span.end; });
    sort_by_row(spans);
    std::size_t kept = 0;
    for (const Span& span : spans) {
        if (kept > 0 && spans[kept - 1].row == span.row && spans[kept - 1].area == span.area &&
            spans[kept - 1].end >= span.first) {
            spans[kept - 1].end = std::max(spans[kept - 1].end, span.end);
        } else {
            spans[kept++] = span;
        }
    }
    spans.resize(kept);
}

/// The place in a row where an area starts or ends.
struct Change {
    std::int32_t column = 0;
    std::uint32_t area = 0;
    friend auto operator<=>(const Change&, const Change&) = default;
};

/// Takes an area into a sorted list, or out of it when it is there.
void toggle(Areas& areas, std::uint32_t area) {
    const auto place = std::ranges::lower_bound(areas, area);
    if (place != areas.end() && *place == area) {
        areas.erase(place);
    } else {
        areas.insert(place, area);
    }
}

/// Goes through one row from change to change and notes which areas lie between; the areas are those that
/// have started and not yet ended.
void append_runs(std::vector<Change>& changes, Areas& areas, SetNumbers& numbers, std::vector<Run>& runs) {
    std::ranges::sort(changes);
    for (std::size_t i = 0; i < changes.size(); ++i) {
        toggle(areas, changes[i].area);
        const bool last_here = i + 1 < changes.size() && changes[i + 1].column > changes[i].column;
        if (last_here && !areas.empty()) {
            runs.push_back({changes[i].column, changes[i + 1].column, numbers.number_of(areas)});
        }
    }
}

/// The smallest window that holds all spans, which are sorted by row.
Window bounds_of(const std::vector<Span>& spans) {
    if (spans.empty()) return {};
    std::int32_t first = std::numeric_limits<std::int32_t>::max();
    std::int32_t end = std::numeric_limits<std::int32_t>::min();
    for (const Span& span : spans) {
        first = std::min(first, span.first);
        end = std::max(end, span.end);
    }
    const std::int64_t row = spans.front().row;
    return {.column = first, .row = row, .columns = std::int64_t{end} - first, .rows = spans.back().row - row + 1};
}

}  // namespace

RunTable::RunTable(std::vector<Span> spans) {
    join_by_area(spans);
    bounds_ = bounds_of(spans);
    row_start_.reserve(static_cast<std::size_t>(bounds_.rows) + 1);
    runs_.reserve(spans.size());  // exact where areas do not overlap
    SetNumbers numbers;
    std::vector<Change> changes;
    Areas areas;
    auto span = spans.cbegin();
    for (std::int64_t row = bounds_.row; row < bounds_.end_row(); ++row) {
        row_start_.push_back(runs_.size());
        changes.clear();
        for (; span != spans.cend() && span->row == row; ++span) {
            changes.push_back({span->first, span->area});
            changes.push_back({span->end, span->area});
        }
        append_runs(changes, areas, numbers, runs_);
    }
    row_start_.push_back(runs_.size());
    auto [sets, place_of] = numbers.sorted();
    for (Run& run : runs_)
        run.set = place_of[run.set];
    sets_ = std::move(sets);
}

std::span<const Run> RunTable::runs_of(std::int64_t row) const {
    if (row < bounds_.row || row >= bounds_.end_row()) return {};
    const auto index = static_cast<std::size_t>(row - bounds_.row);
    return std::span(runs_).subspan(row_start_[index], row_start_[index + 1] - row_start_[index]);
}

std::int64_t RunTable::pixels() const {
    std::int64_t pixels = 0;
    for (const Run& run : runs_)
        pixels += run.pixels();
    return pixels;
}

void RunTable::end_row(std::int64_t row, std::size_t start) {
    if (start == runs_.size()) return;
    const Window of_row{runs_[start].first, row, std::int64_t{runs_.back().end} - runs_[start].first, 1};
    if (start == 0) {
        bounds_ = of_row;
        row_start_ = {0};
    }
    // Rows in between have no run.
    row_start_.resize(static_cast<std::size_t>(row - bounds_.row) + 1, start);
    row_start_.push_back(runs_.size());
    const std::int64_t first = std::min(bounds_.column, of_row.column);
    const std::int64_t end = std::max(bounds_.end_column(), of_row.end_column());
    bounds_ = {first, bounds_.row, end - first, row + 1 - bounds_.row};
}

bool RunTable::touches(const Window& window) const {
    const Window shared = intersection(window, bounds_);
    if (shared.empty()) return false;
    for (std::int64_t row = shared.row; row < shared.end_row(); ++row) {
        const std::span<const Run> runs = runs_of(row);
        const auto run = std::ranges::upper_bound(runs, shared.column, {}, &Run::end);
        if (run != runs.end() && run->first < shared.end_column()) return true;
    }
    return false;
}

}  // namespace reddline::raster
