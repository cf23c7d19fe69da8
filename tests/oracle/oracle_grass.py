#!/usr/bin/python3
"""Checks the counts of `reddline crosstab` against GRASS: v.to.rast for the zones, r.stats for the counts.

Usage: oracle_grass.py REDDLINE_BINARY AUDIT_TOML

Compared, exactly: pixels by zone, strata, canopy cover and loss year without a patch filter.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

from audit_inputs import Audit, Verdict, run_crosstab, skip

INSIDE = "--inside"  # the same script, started by GRASS in a location of its own


def grass(module, *arguments):
    """Runs a GRASS module and returns what it prints."""
    done = subprocess.run([module, "--quiet", *arguments], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        sys.exit(f"GRASS: {module} {' '.join(arguments)}: {done.stderr.strip()}")
    return done.stdout


def import_layer(name, tiles):
    """Imports the tiles of a layer as one GRASS map."""
    parts = []
    for place, path in enumerate(tiles):
        parts.append(f"{name}_{place}")
        grass("r.in.gdal", "-o", f"input={path}", f"output={parts[-1]}")
    if len(parts) == 1:
        grass("g.rename", f"raster={parts[0]},{name}")
        return
    grass("g.region", f"raster={','.join(parts)}")
    grass("r.patch", f"input={','.join(parts)}", f"output={name}")


def split_values(audit, entry):
    """The values of a zone entry's split attribute, with how to write each in a condition."""
    from osgeo import gdal, ogr  # only here: GRASS itself has no word for the values of a column of an OGR source
    source = gdal.OpenEx(audit.file(entry["source"]), gdal.OF_VECTOR)
    layer = source.GetLayerByName(entry["layer"]) if "layer" in entry else source.GetLayer(0)
    column = layer.GetLayerDefn().GetFieldDefn(layer.FindFieldIndex(entry["split_by"], 1))
    numeric = column.GetType() in (ogr.OFTInteger, ogr.OFTReal, ogr.OFTInteger64)
    values = {feature.GetFieldAsString(entry["split_by"]) for feature in layer}
    return {value: value if numeric else f"'{value}'" for value in values}


def zone_conditions(audit):
    """Zone name, source and condition of every zone."""
    for entry in audit.entries["zones"]:
        where = entry.get("where")
        if "split_by" not in entry:
            yield entry["name"], entry, where
            continue
        for value, written in split_values(audit, entry).items():
            conditions = [where and f"({where})", f"{entry['split_by']} = {written}"]
            yield f"{entry['name']}/{value}", entry, " AND ".join(filter(None, conditions))


def counts_of_zone(audit, place, entry, where, layers):
    """Pixels by strata, cover and loss year inside one zone, as r.stats sees them."""
    vector, raster = f"zone_v{place}", f"zone_r{place}"
    options = [f"where={where}"] if where else []
    options += [f"layer={entry['layer']}"] if "layer" in entry else []
    grass("v.in.ogr", "-o", f"input={audit.file(entry['source'])}", f"output={vector}", "snap=-1", *options)
    grass("v.to.rast", f"input={vector}", f"output={raster}", "use=val", "value=1", "type=area")
    text = grass("r.stats", "-c", f"input={','.join([raster, *layers])}", "separator=comma")
    for line in text.splitlines():
        zone, *codes, pixels = line.split(",")
        if zone == "1":
            yield [None if code == "*" else int(float(code)) for code in codes], int(pixels)


def inside_grass(binary, audit_path):
    """What runs in the GRASS location."""
    audit = Audit(audit_path)
    import_layer("loss", audit.loss_layer("lossyear"))
    import_layer("cover", audit.loss_layer("treecover2000"))
    layers = ["loss", "cover"]
    if audit.loss_layer("datamask"):
        import_layer("datamask", audit.loss_layer("datamask"))
        layers.append("datamask")
    for place, entry in enumerate(audit.strata()):
        import_layer(f"strata_{place}", audit.files(entry["raster"]))
    layers += [f"strata_{place}" for place in range(len(audit.strata()))]
    # The region is the loss tiles' grid; a map on another grid is read by its nearest pixel.
    grass("g.region", "raster=loss")
    legends = [audit.legend(entry) for entry in audit.strata()]
    last_code = audit.last_year - audit.first_year + 1

    theirs = {}
    for place, (zone, entry, where) in enumerate(zone_conditions(audit)):
        for codes, pixels in counts_of_zone(audit, place, entry, where, layers):
            loss, cover, *rest = codes
            strata_codes = rest[1:] if "datamask" in layers else rest
            counted = (loss is not None and cover is not None and loss <= last_code and cover <= 100
                       and ("datamask" not in layers or rest[0] == 1))
            if counted:
                strata = ["" if code is None else legend[code][0] for code, legend in zip(strata_codes, legends)]
                key = (zone, *strata, cover, audit.first_year + loss - 1 if loss else 0)
                theirs[key] = theirs.get(key, 0) + pixels
    ours = {key: pixels for key, (pixels, _) in run_crosstab(binary, audit_path).bins[0.0].items()}
    verdict = Verdict("GRASS")
    verdict.expect_same_counts("pixels of", ours, theirs)
    return verdict.conclude()


def main(arguments):
    """Runs the command line."""
    if len(arguments) == 3 and arguments[0] == INSIDE:
        return inside_grass(*arguments[1:])
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    if shutil.which("grass") is None:
        skip("GRASS is not installed")
    audit = Audit(arguments[1])
    if not pathlib.Path(arguments[0]).is_file():
        skip(f"no command at {arguments[0]}")
    binary = str(pathlib.Path(arguments[0]).resolve())
    with tempfile.TemporaryDirectory() as home:
        # GRASS writes settings into the home folder; it gets one of its own.
        command = ["env", f"HOME={home}", "grass", "--tmp-location", audit.loss_layer("lossyear")[0], "--exec",
                   "/usr/bin/python3", str(pathlib.Path(__file__).resolve()), INSIDE, binary, str(audit.path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
    print(done.stdout, end="")
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
