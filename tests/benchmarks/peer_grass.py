#!/usr/bin/python3
"""The task of scripts/benchmark by GRASS: v.in.ogr, v.to.rast, r.mapcalc for the mask, r.stats for the areas.

Usage: peer_grass.py FOLDER ZONES TABLE [1]

Layers are linked and not imported. Pixel areas are GRASS's own, on the same ellipsoid, not rounded.
"""
import os
import pathlib
import subprocess
import sys
import tempfile

INSIDE = "--inside"  # the same script, started by GRASS in a location of its own


def grass(module, *arguments):
    """Runs a GRASS module and returns what it prints."""
    done = subprocess.run([module, "--quiet", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"GRASS: {module} {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def inside_grass(arguments):
    """What runs in the GRASS location."""
    from peer_task import CANOPY_PCT, LAND, Task
    task = Task(arguments)
    for name, path in (("loss", task.loss), ("cover", task.cover), ("land", task.land), ("strata", task.strata)):
        grass("r.external", "-o", f"input={path}", f"output={name}")
    grass("g.region", "raster=loss")
    grass("v.in.ogr", "-o", f"input={task.zones}", "output=zones", "snap=-1")
    grass("v.to.rast", "input=zones", "output=zones", "use=attr", "attribute_column=code", "type=area")
    grass("r.mapcalc", f"expression=MASK = if(cover > {CANOPY_PCT} && land == {LAND}, 1, null())")
    text = grass("r.stats", "-an", "input=zones,strata,loss", "separator=comma")
    rows = (line.split(",") for line in text.splitlines())
    task.write_rows((int(zone), int(stratum), int(loss), float(area_m2) * 1e4) for zone, stratum, loss, area_m2 in rows)


def main(arguments):
    """Runs the command line."""
    if INSIDE in arguments:
        inside_grass([argument for argument in arguments if argument != INSIDE])
        return 0
    loss = pathlib.Path(arguments[1]) / "lossyear.tif"
    with tempfile.TemporaryDirectory(dir=pathlib.Path(arguments[3]).parent) as home:
        # GRASS writes settings into the home folder, and its location into that of temporary files.
        command = ["grass", "--tmp-location", loss, "--exec", sys.executable, pathlib.Path(__file__).resolve(), INSIDE,
                   *(pathlib.Path(argument).resolve() for argument in arguments[1:4])]
        done = subprocess.run([str(part) for part in command], env={**os.environ, "HOME": home, "TMPDIR": home},
                              capture_output=True, text=True, check=False)
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv))
