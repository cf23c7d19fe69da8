#!/usr/bin/python3
"""Checks the house's include table: which layer may see which, and where each library may appear.

Usage: scripts/check_layers.py [ROOT]     (default: this repository)

Prints each offence as file:line: reason; exit code 1 when there is any.
"""
import pathlib
import re
import sys

# layer -> layers it may include besides itself. cli wires everything together.
ALLOWED = {
    "kernels": set(),
    "domain": set(),
    "raster": {"domain"},
    "store": {"raster", "domain"},
    "mpi": set(),
    "inputs": {"domain"},
    "accounting": {"domain"},
    "estimation": {"domain"},
    "audit": {"domain"},
    "report": {"domain"},
    "gdal_io": {"raster", "domain", "kernels"},
    "pipeline": {"raster", "kernels", "accounting", "estimation", "domain"},
}
ALLOWED["cli"] = set(ALLOWED)
LAYERS = set(ALLOWED)

# A library's headers, and the layers whose .cpp files may include them.
LIBRARIES = (
    ("vector instructions", re.compile(r"immintrin\.h"), {"kernels"}),
    ("GDAL", re.compile(r"(gdal|ogr|cpl)\w*\.h"), {"gdal_io"}),
    ("OpenSSL", re.compile(r"openssl/.+"), {"gdal_io", "store"}),
    ("MPI", re.compile(r"mpi\.h"), {"mpi"}),
    ("oneTBB", re.compile(r"(oneapi/)?tbb(/.+|\.h)"), {"pipeline"}),
    ("Eigen", re.compile(r"(eigen3/)?(unsupported/)?Eigen/.+"), {"accounting", "estimation"}),
    ("Boost.Math", re.compile(r"boost/math/.+"), {"accounting", "estimation"}),
    ("Random123", re.compile(r"Random123/.+"), {"estimation"}),
    ("toml++", re.compile(r"toml\+\+/.+|toml\.hpp"), {"inputs"}),
    ("csv", re.compile(r"csv\.h"), {"inputs"}),
    ("nlohmann-json", re.compile(r"nlohmann/.+"), {"inputs", "report", "store", "cli"}),
    ("libxlsxwriter", re.compile(r"xlsxwriter\.h"), {"cli"}),
    ("CLI11", re.compile(r"CLI/.+"), {"cli"}),
)
# Library headers that only name types, so that a header may use them.
NAMES_ONLY = {"nlohmann/json_fwd.hpp"}
# What the operating system offers; only the layers that meet the outside world may ask it.
SYSTEM_HEADER = re.compile(r"(sys/\w+|unistd|fcntl|signal|poll|termios|dirent|dlfcn)\.h")
SYSTEM_LAYERS = {"cli", "gdal_io", "store"}
STANDARD_HEADER = re.compile(r"[a-z_0-9]+")

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
# Rules about lines of code: pattern, layers where it is allowed, reason.
LINE_RULES = (
    (re.compile(r"\bstd\s*::\s*(j?thread|async)\b|\btbb\s*::"), {"pipeline", "mpi"}, "threads live in pipeline and mpi only"),
    (re.compile(r"^\s*#\s*define\b"), set(), "no macros: use a constant, a function or a template"),
    (re.compile(r"\busing\s+namespace\b"), set(), "no 'using namespace': name what is used"),
    (re.compile(r"^\s*#\s*pragma\s+(?!once\b|omp\s+(declare\s+)?simd\b)"), set(),
     "the only pragmas are 'once' and 'omp simd'"),
)
# Comments, raw strings, strings and characters; a quote after a digit separates thousands.
NOT_CODE = re.compile(r"""//[^\n]*|/\*.*?\*/|R"([^()\s\\]*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|"""
                      r"""(?<![0-9a-fA-F])'(?:\\.|[^'\\\n])+'""", re.S)


def code_only(text):
    """The text with comments and literals blanked out; lines keep their numbers, includes their names."""
    def blank(match):
        found = match.group(0)
        line_start = text.rfind("\n", 0, match.start()) + 1
        if found.startswith('"') and INCLUDE.match(text[line_start:match.end()]):
            return found
        return re.sub(r"[^\n]", " ", found)
    return NOT_CODE.sub(blank, text)


def include_offence(layer, is_source, quoted, header):
    """Why this include does not belong here; None when it does."""
    first = header.split("/")[0]
    if first in LAYERS and header.count("/") == 1:
        if not quoted:
            return f'own header <{header}>: write it in quotes'
        if first != layer and first not in ALLOWED[layer]:
            return f"{layer} may not include {first}: layers meet in domain and in cli"
        return None
    for library, pattern, layers in LIBRARIES:
        if pattern.fullmatch(header):
            if layer not in layers:
                return f"{library} header {header} in {layer}: it belongs in {', '.join(sorted(layers))}"
            return None if is_source or header in NAMES_ONLY else f"{library} header {header} in a header: include it in a .cpp only"
    if quoted:
        return f'own header "{header}": write it as "layer/file.hpp"'
    if SYSTEM_HEADER.fullmatch(header):
        return None if layer in SYSTEM_LAYERS else f"system header {header} in {layer}: it belongs in cli or gdal_io"
    if STANDARD_HEADER.fullmatch(header):
        return None
    return f"unknown library header {header}: a library has a row in scripts/check_layers.py or is not used"


def offences_of(layer, path):
    """Offences of one file as (line, reason)."""
    is_source = path.suffix == ".cpp"
    for number, line in enumerate(code_only(path.read_text(encoding="utf-8")).split("\n"), start=1):
        include = INCLUDE.match(line)
        if include:
            reason = include_offence(layer, is_source, include.group(1) == '"', include.group(2))
            if reason:
                yield number, reason
            continue
        for pattern, layers, reason in LINE_RULES:
            if layer not in layers and pattern.search(line):
                yield number, reason


def sources(root):
    """Every source file with its layer; a folder that is no layer comes as None."""
    folders = [root / "kernels", *sorted(path for path in (root / "src").glob("*") if path.is_dir())]
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in (".hpp", ".cpp", ".h", ".cc", ".cxx"):
                yield (folder.name if folder.name in LAYERS else None), path


def main(arguments):
    """Runs the command line."""
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    files = offences = 0
    for layer, path in sources(root):
        files += 1
        found = [(1, "folder is not a layer of the table")] if layer is None else offences_of(layer, path)
        for line, reason in found:
            offences += 1
            print(f"{path.relative_to(root)}:{line}: {reason}")
    if files == 0:
        print(f"{root}: no source files found; expected kernels/ and src/<layer>/")
        return 1
    print(f"layers: {files} files, {offences} offences")
    return 1 if offences else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
