"""The annex of the synthetic twin: a small strip east of the landscape, drawn in rectangles that can be counted by eye.

Nothing in it is drawn by chance. Each rectangle is (first row, end row, first column, end column) of the annex, ends not
included, so its pixels are (end row - first row) x (end column - first column).
"""
import json

import numpy as np

ROWS, COLUMNS = 60, 120
EVERGREEN, DECIDUOUS, CROPS, NO_DATA = 1, 3, 5, 255  # codes of legend.csv, and no data
LAST_YEAR_CODE = 20  # code of 2020, the last year that the audit file gives the loss product

PARK = (10, 50, 10, 50)
CONCESSION = (10, 50, 40, 80)   # shares ten columns with the park
AROUND_PARK = (0, 60, 0, 60)    # the belt, but for the park itself
REFERENCE = (0, 60, 84, 100)
EDGE = (0, 60, 100, 130)        # its last ten columns lie beyond the annex

# Loss by year: in the park less after 2014 than before, in its belt more.
LOSS = {
    2013: [(12, 18, 20, 30), (2, 4, 5, 15), (30, 32, 60, 70)],
    2014: [(12, 18, 30, 40), (2, 4, 15, 25), (32, 34, 60, 70)],
    2015: [(20, 25, 20, 28), (52, 54, 5, 15), (36, 40, 60, 70)],
    2016: [(20, 25, 28, 32), (52, 58, 15, 30), (40, 44, 60, 68)],
}
LOSS |= {year: LOSS.get(year, []) + [(2 * (year - 2006), 2 * (year - 2006) + 2, 84, 92)] for year in range(2006, 2015)}

# What is wrong with the pixels at the edge.
BEYOND_LAST_YEAR = (4, 6, 104, 107)
COVER_ABOVE_100 = (8, 9, 104, 109)
WITHOUT_MASK = (12, 14, 104, 109)

# The map of 2021 that the audit file takes for its baseline: what was lost before 2015 is fields, what was lost in 2015 and 2016
# is deciduous forest, and five of its pixels have no data. The map of 2022 has none in fifty pixels of forest.
READ_AS_DECIDUOUS = (20, 25, 20, 31)
GAP_2021 = (20, 25, 31, 32)
GAP_2022 = (40, 45, 10, 20)

# The map of 2014 is two polygons that share a row of pixels; the first counts there.
POLYGONS_2014 = [(EVERGREEN, (0, 31, 0, 120)), (DECIDUOUS, (30, 60, 0, 120))]


def fill(codes, rectangles, code):
    """Puts a code into rectangles of pixels."""
    for top, bottom, left, right in rectangles:
        codes[top:bottom, left:right] = code


def loss_codes():
    """Loss code of every pixel: year - 2000, and a code that the product should not hold."""
    codes = np.zeros((ROWS, COLUMNS), dtype=np.uint8)
    for year, rectangles in LOSS.items():
        fill(codes, rectangles, year - 2000)
    fill(codes, [BEYOND_LAST_YEAR], LAST_YEAR_CODE + 1)
    return codes


def cover_pct():
    """Forest of one cover everywhere, and a few pixels of nonsense."""
    cover = np.full((ROWS, COLUMNS), 80, dtype=np.uint8)
    fill(cover, [COVER_ABOVE_100], 150)
    return cover


def data_mask():
    """Land everywhere, and a few pixels that the product says nothing of."""
    mask = np.ones((ROWS, COLUMNS), dtype=np.uint8)
    fill(mask, [WITHOUT_MASK], 0)
    return mask


def types_2021():
    """The map of 2021: evergreen forest in the north, deciduous in the south, and what the loss left of them."""
    codes = np.full((ROWS, COLUMNS), EVERGREEN, dtype=np.uint8)
    codes[30:] = DECIDUOUS
    fill(codes, [place for year, places in LOSS.items() if year < 2015 for place in places], CROPS)
    fill(codes, [READ_AS_DECIDUOUS], DECIDUOUS)
    fill(codes, [GAP_2021], NO_DATA)
    return codes


def types_2022():
    """The map of 2022: that of 2021 with another gap."""
    codes = types_2021()
    fill(codes, [GAP_2022], NO_DATA)
    return codes


def ring_of(rectangle, point_at):
    """The closed outline of a rectangle of pixels; `point_at` gives a point for a row and a column."""
    top, bottom, left, right = rectangle
    return [point_at(*corner) for corner in ((bottom, left), (bottom, right), (top, right), (top, left), (bottom, left))]


def geojson(name, features):
    """GeoJSON text of (properties, rings of a polygon)."""
    lines = ",\n".join(json.dumps({"type": "Feature", "properties": properties | {"made": "synthetic"},
                                   "geometry": {"type": "Polygon", "coordinates": rings}})
                       for properties, rings in features)
    return f'{{"type": "FeatureCollection", "name": "{name}", "features": [\n{lines}\n]}}\n'


def zones_geojson(point_at):
    """The zones; the outline of the sketch crosses itself."""
    park = ring_of(PARK, point_at)
    sketch = [point_at(*corner) for corner in ((56, 104), (40, 116), (56, 116), (40, 104), (56, 104))]
    zones = {"park": [park], "belt of the park": [ring_of(AROUND_PARK, point_at), park[::-1]],
             "concession": [ring_of(CONCESSION, point_at)], "reference strip": [ring_of(REFERENCE, point_at)],
             "edge": [ring_of(EDGE, point_at)], "sketch": [sketch]}
    return geojson("zones", [({"name": name}, rings) for name, rings in zones.items()])


def types_2014_geojson(point_at):
    """The map of 2014 as polygons."""
    return geojson("types-2014", [({"code": code}, [ring_of(place, point_at)]) for code, place in POLYGONS_2014])
