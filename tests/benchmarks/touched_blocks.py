"""Which blocks of a workload's rasters hold the centre of a pixel inside a zone: those that must be decoded."""
import numpy as np
from osgeo import gdal

BAND_PX = 20_000_000


def touched_blocks(raster_path, zones_path):
    """A table of booleans, one for each block by row and column."""
    raster = gdal.Open(str(raster_path))
    block_columns, block_rows = raster.GetRasterBand(1).GetBlockSize()
    west, step, _, north, _, _ = raster.GetGeoTransform()
    zones = gdal.OpenEx(str(zones_path))
    layer = zones.GetLayer(0)
    columns, rows = raster.RasterXSize, raster.RasterYSize
    rows_at_once = max(1, BAND_PX // columns // block_rows) * block_rows
    touched = []
    for first in range(0, rows, rows_at_once):
        count = min(rows_at_once, rows - first)
        band = gdal.GetDriverByName("MEM").Create("", columns, count, 1, gdal.GDT_Byte)
        band.SetGeoTransform((west, step, 0, north - step * first, 0, -step))
        band.SetProjection(raster.GetProjection())
        layer.SetSpatialFilterRect(west, north - step * (first + count), west + step * columns, north - step * first)
        gdal.RasterizeLayer(band, [1], layer, burn_values=[1])
        inside = band.ReadAsArray()
        by_row = np.maximum.reduceat(inside, range(0, count, block_rows), axis=0)
        touched.append(np.maximum.reduceat(by_row, range(0, columns, block_columns), axis=1))
    return np.vstack(touched).astype(bool)


def write_blocks(path, touched, rasters):
    """Writes the list that decode_floor reads, for so many rasters with the same blocks; those of all by turns."""
    with open(path, "w", encoding="utf-8") as text:
        for row in range(touched.shape[0]):
            for raster in range(rasters):
                text.writelines(f"{raster} {column} {row}\n" for column in np.flatnonzero(touched[row]))
