#!/usr/bin/python3
"""QGIS, without a screen, opens the maps of an audit styled: outlines by role with names, rasters in the colours of their classes.

Usage: maps_qgis_test.py REDDLINE_BINARY
Skipped without QGIS for Python.
"""
import json
import os
import sys
import unittest

from twin_case import SKIPPED, TwinCase, main

os.environ["QT_QPA_PLATFORM"] = "offscreen"
try:
    from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer, QgsVectorLayer
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor
except ImportError:
    print("skipped: QGIS for Python is not installed (python3-qgis)")
    sys.exit(SKIPPED)


class Qgis(TwinCase):
    """One audit, opened in QGIS."""

    def setUp(self):
        super().setUp()
        os.environ["HOME"] = str(self.results)
        self.assertEqual(self.audit("--quiet", "--maps").stderr, "")
        self.maps = self.out / "maps"
        self.description = json.loads((self.maps / "maps.json").read_text(encoding="utf-8"))

    def raster(self, name):
        layer = QgsRasterLayer(str(self.maps / name), name)
        self.assertTrue(layer.isValid(), name)
        self.assertEqual(layer.renderer().type(), "paletted")
        return layer

    def classes(self, name):
        """Value -> label and colour; the layer must live as long as its renderer is asked."""
        layer = self.raster(name)
        return {int(entry.value): (entry.label, QColor(entry.color)) for entry in layer.renderer().classes()}

    def test_outlines_are_styled_by_role_and_labelled(self):
        layer = QgsVectorLayer(f"{self.maps}/zones.gpkg|layername=zones", "zones", "ogr")
        self.assertTrue(layer.isValid())
        self.assertEqual(layer.featureCount(), 3)
        self.assertEqual((layer.renderer().type(), layer.renderer().classAttribute()), ("categorizedSymbol", "role"))
        categories, widths_mm = layer.renderer().categories(), {}
        for category in categories:
            style = category.symbol().symbolLayer(0)
            self.assertEqual((style.layerType(), style.brushStyle()), ("SimpleFill", 0))  # no brush: maps below stay in sight
            widths_mm[category.value()] = style.strokeWidth()
        self.assertLessEqual({"project", "displacement_belt", "reference_region"}, set(widths_mm))
        self.assertGreater(widths_mm["project"], widths_mm["other"])
        self.assertTrue(layer.labelsEnabled())
        self.assertEqual(layer.labeling().settings().fieldName, "zone")
        self.assertEqual(layer.crs().authid(), "EPSG:4326")

    def test_rasters_have_the_colours_and_names_of_their_classes(self):
        for one in self.description["maps"]:
            loss = self.classes(one["loss"])
            years = {year["code"]: year for year in self.description["years"]}
            self.assertIn(1, loss)
            for value, (label, colour) in loss.items():
                number, code = divmod(value, one["step"])
                if number == 0:
                    continue
                stratum = one["classes"][number - 1]
                name = stratum["stratum"] or "no forest type in the map"
                ending = f"lost in {years[code]['year']}" if code else "not lost"
                self.assertEqual(label, f"{name}, {ending}")
                self.assertEqual(colour, QColor(years[code]["colour"] if code else stratum["colour"]))
            strata = self.classes(one["strata"])
            for stratum in one["classes"]:
                self.assertEqual(strata[stratum["number"]][1], QColor(stratum["colour"]))

    def test_without_its_style_file_the_colour_table_of_the_raster_serves(self):
        one = self.description["maps"][0]
        for path in self.maps.glob("*.qml"):
            path.unlink()
        self.assertEqual(self.classes(one["loss"])[one["step"]][1], QColor(one["classes"][0]["colour"]))

    def test_all_layers_lie_on_each_other(self):
        one = self.description["maps"][0]
        layers = [QgsVectorLayer(f"{self.maps}/zones.gpkg|layername=zones", "zones", "ogr"), self.raster(one["loss"])]
        extent = layers[1].extent()
        for picture in ("loss_year.png", "loss_share.png"):
            layer = QgsRasterLayer(str(self.maps / picture), picture)
            self.assertTrue(layer.isValid())
            self.assertEqual(layer.crs().authid(), "EPSG:4326")
            self.assertLess(abs(layer.extent().xMinimum() - extent.xMinimum()), 1e-9)
            self.assertLess(abs(layer.extent().xMaximum() - extent.xMaximum()), 0.001)
        self.assertTrue(extent.buffered(0.001).contains(layers[0].extent()))
        settings = QgsMapSettings()
        settings.setLayers(layers)
        settings.setDestinationCrs(layers[1].crs())
        settings.setOutputSize(QSize(600, 400))
        settings.setExtent(extent)
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        image = job.renderedImage()
        if os.environ.get("REDDLINE_QGIS_PICTURE"):
            image.save(os.environ["REDDLINE_QGIS_PICTURE"])
        shown = {image.pixelColor(x, y).name() for x in range(0, 600, 2) for y in range(0, 400, 2)}
        self.assertIn(one["classes"][0]["colour"], shown)
        self.assertIn(self.description["years"][-1]["colour"], shown)


if __name__ == "__main__":
    application = QgsApplication([], False)
    application.initQgis()
    unittest.installHandler()
    main()
