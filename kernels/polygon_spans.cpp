#include "kernels/polygon_spans.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace reddline::kernels {

namespace {

/// The part of the raster that a polygon may fill.
struct RowRange {
    std::int64_t begin = 0;
    std::int64_t end = 0;
};

/// A whole number within 0..limit; what lies beyond is cut, so that no value is too large for an integer.
std::int64_t cut_to(double value, std::int64_t limit) {
    if (!(value > 0.0)) return 0;
    return value >= static_cast<double>(limit) ? limit : static_cast<std::int64_t>(value);
}

/// The first column whose centre lies right of `column`; a centre exactly there counts as left of it.
std::int64_t first_column_after(double column, std::int64_t columns) {
    return cut_to(std::floor(column + 0.5), columns);
}

/// The first row whose centre line lies at `row` or below it.
std::int64_t first_row_from(double row, std::int64_t rows) {
    return cut_to(std::ceil(row - 0.5), rows);
}

/// Rows whose centre line an edge crosses; its upper end belongs to it, its lower end does not.
RowRange rows_crossed(const PixelPoint& a, const PixelPoint& b, std::int64_t rows) {
    const auto [upper, lower] = std::minmax(a.row, b.row);
    return {first_row_from(upper, rows), first_row_from(lower, rows)};
}

/// Calls `visit(from, to)` for every edge of a ring, the closing one included.
template <class Visit>
void for_each_edge(const std::vector<PixelPoint>& ring, Visit&& visit) {
    if (ring.empty()) return;
    visit(ring.back(), ring.front());
    for (std::size_t i = 1; i < ring.size(); ++i)
        visit(ring[i - 1], ring[i]);
}

/// Twice the area inside a ring, positive when it runs clockwise on a map with north up.
double doubled_area(std::span<const PixelPoint> corners) {
    double sum = 0.0;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        const PixelPoint& before = corners[(i + corners.size() - 1) % corners.size()];
        const PixelPoint& after = corners[(i + 1) % corners.size()];
        sum += corners[i].column * (after.row - before.row);
    }
    return sum;
}

/// True when a ring runs clockwise on a map with north up, where rows count southwards.
///
/// The turn at the southernmost corner decides, the easternmost of several, because that also gives rings
/// that cross themselves the direction that GDAL gives them. Where that corner is visited twice or does not
/// turn, the area decides. (GDAL also asks the area where that corner is within 1e-5 map units of the next;
/// the answer differs only for rings that cross themselves there.)
bool runs_clockwise(const std::vector<PixelPoint>& ring) {
    const auto same = [](const PixelPoint& a, const PixelPoint& b) { return a.column == b.column && a.row == b.row; };
    const bool closed = ring.size() > 1 && same(ring.front(), ring.back());
    const std::span corners{ring.data(), ring.size() - (closed ? 1U : 0U)};
    if (corners.size() < 3) return false;
    std::size_t pivot = 0;
    bool visited_twice = false;
    for (std::size_t i = 1; i < corners.size(); ++i) {
        const bool further_south = corners[i].row > corners[pivot].row;
        const bool further_east = corners[i].row == corners[pivot].row && corners[i].column > corners[pivot].column;
        if (further_south || further_east) {
            pivot = i;
            visited_twice = false;
        } else if (same(corners[i], corners[pivot])) {
            visited_twice = true;
        }
    }
    const PixelPoint& corner = corners[pivot];
    const PixelPoint& before = corners[(pivot + corners.size() - 1) % corners.size()];
    const PixelPoint& after = corners[(pivot + 1) % corners.size()];
    const double turn = (after.column - corner.column) * (before.row - corner.row) -
                        (before.column - corner.column) * (after.row - corner.row);
    return visited_twice || turn == 0.0 ? doubled_area(corners) > 0.0 : turn > 0.0;
}

/// Where edges cross the centre lines of rows: columns of row i are [start[i], start[i + 1]), counted from
/// `first_row`.
struct Crossings {
    std::int64_t first_row = 0;
    std::vector<std::size_t> start;
    std::vector<std::int64_t> columns;
};

/// Rows between the uppermost and the lowermost vertex.
RowRange rows_of(std::span<const std::vector<PixelPoint>> rings, std::int64_t rows) {
    RowRange range{rows, 0};
    for (const std::vector<PixelPoint>& ring : rings) {
        for_each_edge(ring, [&](const PixelPoint& from, const PixelPoint& to) {
            const RowRange crossed = rows_crossed(from, to, rows);
            range.begin = std::min(range.begin, crossed.begin);
            range.end = std::max(range.end, crossed.end);
        });
    }
    return range;
}

/// Sorts the crossings by row in two passes over the edges: count, then place.
Crossings crossings_of(std::span<const std::vector<PixelPoint>> rings, const RowRange& range, std::int64_t columns,
                       std::int64_t rows) {
    Crossings crossings{.first_row = range.begin, .start = {}, .columns = {}};
    const auto index_of = [&](std::int64_t row) { return static_cast<std::size_t>(row - range.begin); };
    std::vector<std::size_t> next(index_of(range.end) + 1, 0);
    for (const std::vector<PixelPoint>& ring : rings) {
        for_each_edge(ring, [&](const PixelPoint& from, const PixelPoint& to) {
            const RowRange crossed = rows_crossed(from, to, rows);
            for (std::int64_t row = crossed.begin; row < crossed.end; ++row)
                ++next[index_of(row) + 1];
        });
    }
    for (std::size_t i = 1; i < next.size(); ++i)
        next[i] += next[i - 1];
    crossings.start = next;
    crossings.columns.resize(next.back());
    for (const std::vector<PixelPoint>& ring : rings) {
        for_each_edge(ring, [&](const PixelPoint& from, const PixelPoint& to) {
            const PixelPoint& upper = from.row < to.row ? from : to;
            const PixelPoint& lower = from.row < to.row ? to : from;
            const RowRange crossed = rows_crossed(from, to, rows);
            for (std::int64_t row = crossed.begin; row < crossed.end; ++row) {
                const double down = static_cast<double>(row) + 0.5 - upper.row;
                // The order of these operations is GDAL's, so that the last bit is the same.
                const double column = down * (lower.column - upper.column) / (lower.row - upper.row) + upper.column;
                crossings.columns[next[index_of(row)]++] = first_column_after(column, columns);
            }
        });
    }
    return crossings;
}

/// Fills between every odd crossing of a row and the next.
void append_filled(Crossings& crossings, std::vector<PixelSpan>& spans) {
    for (std::size_t i = 0; i + 1 < crossings.start.size(); ++i) {
        const std::span<std::int64_t> in_row{crossings.columns.data() + crossings.start[i],
                                             crossings.start[i + 1] - crossings.start[i]};
        std::ranges::sort(in_row);
        const std::int64_t row = crossings.first_row + static_cast<std::int64_t>(i);
        for (std::size_t k = 0; k + 1 < in_row.size(); k += 2) {
            if (in_row[k] < in_row[k + 1]) spans.push_back({row, in_row[k], in_row[k + 1]});
        }
    }
}

/// Fills along the edges of a ring that run through the centres of a row and lead west, when the ring runs
/// clockwise: those have the ring's inside to their north.
void append_southern_edges(const std::vector<PixelPoint>& ring, std::int64_t columns, std::int64_t rows,
                           std::vector<PixelSpan>& spans) {
    const bool clockwise = runs_clockwise(ring);
    for_each_edge(ring, [&](const PixelPoint& from, const PixelPoint& to) {
        if (from.row != to.row || from.row - std::floor(from.row) != 0.5) return;
        if (from.row < 0.0 || from.row >= static_cast<double>(rows)) return;
        const PixelPoint& east = clockwise ? from : to;
        const PixelPoint& west = clockwise ? to : from;
        const std::int64_t first = first_column_after(west.column, columns);
        const std::int64_t end = first_column_after(east.column, columns);
        if (first < end) spans.push_back({static_cast<std::int64_t>(from.row), first, end});
    });
}

}  // namespace

void polygon_spans(std::span<const std::vector<PixelPoint>> rings, std::int64_t columns, std::int64_t rows,
                   std::vector<PixelSpan>& spans) {
    const std::size_t before = spans.size();
    const RowRange range = rows_of(rings, rows);
    if (range.begin < range.end) {
        Crossings crossings = crossings_of(rings, range, columns, rows);
        append_filled(crossings, spans);
    }
    const std::size_t filled = spans.size();
    for (const std::vector<PixelPoint>& ring : rings)
        append_southern_edges(ring, columns, rows, spans);
    if (spans.size() == filled) return;
    std::stable_sort(spans.begin() + static_cast<std::ptrdiff_t>(before), spans.end(),
                     [](const PixelSpan& a, const PixelSpan& b) { return a.row < b.row; });
}

}  // namespace reddline::kernels
