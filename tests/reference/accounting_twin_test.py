#!/usr/bin/python3
"""Runs the command on an audit and on variants of it, and checks every table against accounting_twin.

    accounting_twin_test.py COMMAND AUDIT_TOML [WORDS]

The variants change a choice or two of the audit file each (accounting_twin_variants.py). With WORDS, only variants whose name holds
them. Exit code 77: the audit file is not there (real data that is not shipped).
"""
import pathlib
import subprocess
import sys
import tempfile
import time

import accounting_comparison
import accounting_twin_variants


def working_copy(original, root):
    """A folder of links to the audit's inputs in which a changed audit file may stand; relative paths keep their meaning."""
    folder = root / original.parent.name
    folder.mkdir()
    for neighbour in original.parent.parent.iterdir():
        if neighbour.is_dir() and neighbour.name != folder.name:
            (root / neighbour.name).symlink_to(neighbour)
    for entry in original.parent.iterdir():
        (folder / entry.name).symlink_to(entry)
    return folder


def check(command, folder, name, text):
    """True when the command's tables agree with the twin's."""
    audit = folder / "variant.toml"
    audit.write_text(text, encoding="utf-8")
    out = folder / "out"
    verb = "account" if "[project]" in text else "audit"
    start = time.monotonic()
    run = subprocess.run([command, verb, audit, "-o", out, "--overwrite"], capture_output=True, text=True)
    if run.returncode != 0:
        print(f"{name}: the command failed: {run.stderr}")
        return False
    ran = time.monotonic()
    print(f"--- {name}:", flush=True)
    agrees = accounting_comparison.compare_folder(out, audit) == 0
    print(f"    command {ran - start:.1f} s, twin {time.monotonic() - ran:.1f} s", flush=True)
    return agrees


def main():
    command, original = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]).resolve()
    if not original.exists():
        print("skipped: no real data")
        return 77
    words = sys.argv[3] if len(sys.argv) > 3 else ""
    with tempfile.TemporaryDirectory() as root:
        folder = working_copy(original, pathlib.Path(root))
        text = original.read_text(encoding="utf-8")
        accounting_twin_variants.write_tables(folder, text)
        agree = [check(command, folder, name, changed)
                 for name, changed in accounting_twin_variants.variants(text) if words in name]
    return 0 if all(agree) else 1


if __name__ == "__main__":
    sys.exit(main())
