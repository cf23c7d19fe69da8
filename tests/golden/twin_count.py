"""The twin counted and accounted a second time, with GDAL, numpy and the equations alone: what tests hold the command against."""
import csv
import fractions
import pathlib
import sys

import numpy as np

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "oracle"))
from audit_inputs import Audit  # noqa: E402
from oracle_gdal import Landscape, joined_patches  # noqa: E402

# 2018-03-12 to 2020-12-31: 295 of 365 days, then whole years (Eq. 6).
PERIOD = {2018: 295 / 365, 2019: 1.0, 2020: 1.0}
YEARS_IN_PERIOD = sum(PERIOD.values())
FOREST = ("evergreen forest", "semi-evergreen forest", "deciduous forest", "bamboo")
CO2_PER_C = 44 / 12


def table(path):
    """The rows of a table."""
    with open(path, encoding="utf-8", newline="") as text:
        return list(csv.DictReader(text))


def factors(path):
    """Whole carbon density of each stratum in tCO2e per ha: nothing is left standing (Eq. 11, `zero`)."""
    return {row["stratum"]: float(row["carbon_tC_per_ha"]) * CO2_PER_C for row in table(path)}


def national_rates(folder):
    """Share of each forest stratum that leaves the forest per year: `linear`, `option-1` (Eq. 13, 15).

    The shipped tables have one interval of two years and one class to a stratum.
    """
    classes = {row["class"]: row for row in table(folder / "classes.csv")}
    whole, left = {}, {}
    for row in table(folder / "transitions.csv"):
        area, source = fractions.Fraction(row["area_ha"]), classes[row["from"]]
        whole[source["stratum"]] = whole.get(source["stratum"], 0) + area
        if source["forest"] == "1" and classes[row["to"]]["forest"] == "0":
            left[source["stratum"]] = left.get(source["stratum"], 0) + area
    return {stratum: float(area / whole[stratum] / 2) for stratum, area in left.items()}


class TwinCount:
    """The layers of an audit of the twin in memory; areas in ha; forest is canopy above 10 %, in patches as the audit sets."""

    def __init__(self, audit_file):
        audit = Audit(audit_file)
        self.landscape = landscape = Landscape(audit)
        self.area_ha = np.broadcast_to(landscape.row_area_cm2[:, None] / 1e8, landscape.loss.shape)
        counted = landscape.outcome == "counted"
        cover_pct = np.where(counted & ~landscape.excluded, landscape.cover_pct, 0)
        min_area_ha = audit.entries["forest"].get("min_area_ha", 0)
        self.forest = joined_patches(cover_pct > 10, landscape.row_area_cm2, 1, round(min_area_ha * 1e8))
        self.loss_year = np.where(landscape.loss > 0, landscape.loss + audit.first_year - 1, 0)
        self.maps = {entry["name"]: np.array(names)[index]
                     for entry, names, index in zip(audit.strata(), landscape.names, landscape.strata)}

    def hectares(self, where):
        """Area of the pixels of a mask."""
        return float(self.area_ha[where].sum())

    def zone_pixels_ha(self, zone):
        """Area of all pixels of a zone, counted or not."""
        return self.hectares(self.landscape.zones[zone])

    def forest_ha(self, zone, strata, year):
        """Forest by stratum at the start of a year (Eq. 4)."""
        left = self.landscape.zones[zone] & self.forest & ((self.loss_year == 0) | (self.loss_year >= year))
        return {stratum: self.hectares(left & (self.maps[strata] == stratum)) for stratum in FOREST}

    def lost(self, zone, year):
        """The pixels of forest lost in a year."""
        return self.landscape.zones[zone] & self.forest & (self.loss_year == year)

    def lost_ha(self, zone, strata, year):
        """Area lost in a year by stratum; what is not forest in the map stands under an empty name."""
        lost = self.lost(zone, year)
        areas = {stratum: self.hectares(lost & (self.maps[strata] == stratum)) for stratum in FOREST}
        return areas | {"": self.hectares(lost & ~np.isin(self.maps[strata], FOREST))}

    def period_lost_ha(self, zone, strata):
        """The same over the monitoring period."""
        sums = dict.fromkeys((*FOREST, ""), 0.0)
        for year, share in PERIOD.items():
            for stratum, area in self.lost_ha(zone, strata, year).items():
                sums[stratum] += share * area
        return sums

    def period_pairs_ha(self, zone, one, other):
        """Area lost in the period by forest stratum of two maps at once."""
        sums = {}
        for year, share in PERIOD.items():
            lost = self.lost(zone, year)
            for first in FOREST:
                for second in FOREST:
                    area = self.hectares(lost & (self.maps[one] == first) & (self.maps[other] == second))
                    if area:
                        sums[first, second] = sums.get((first, second), 0.0) + share * area
        return sums


def tonnes(areas_ha, factor):
    """What areas by stratum emit."""
    return sum(area * factor[stratum] for stratum, area in areas_ha.items() if stratum)


class TwinAccount:
    """The default reading of the twin by Eq. 16, 20, 21, in double arithmetic."""

    def __init__(self, count, folder, strata="strata-2017"):
        self.factor = factors(folder / "carbon.csv")
        self.rate = national_rates(folder.parent / "cambodia")
        forest = {zone: count.forest_ha(zone, strata, 2018) for zone in ("project", "belt")}
        self.forest_ha = forest["project"]
        self.expected_ha = {stratum: area * self.rate[stratum] * YEARS_IN_PERIOD
                            for stratum, area in self.forest_ha.items()}
        self.mapped_ha = {stratum: area for stratum, area in count.period_lost_ha("project", strata).items() if stratum}
        self.reference = tonnes(self.expected_ha, self.factor)
        self.emitted = tonnes(self.mapped_ha, self.factor)
        belt_reference = tonnes({stratum: area * self.rate[stratum] for stratum, area in forest["belt"].items()},
                                self.factor)
        self.belt_difference = {year: share * (tonnes(count.lost_ha("belt", strata, year), self.factor) - belt_reference)
                                for year, share in PERIOD.items()}
        self.displaced = sum(max(0.0, difference) for difference in self.belt_difference.values())
