#!/usr/bin/python3
"""Keeps docs/equations.md and the code in step.

Usage: scripts/check_equations.py [ROOT]     (default: this repository)

Every "docs/equations.md, Eq. n" in the code must be a heading there; every heading must say where it is evaluated
("Evaluated in: folder, folder"), and each of those folders must cite it. Prints each offence; exit code 1 when there
is any.
"""
import pathlib
import re
import sys

HEADING = re.compile(r"^## Eq\. (\d+) (\S.*)$", re.M)
EVALUATED = re.compile(r"^Evaluated in: (.+)\.$", re.M)
CITATION = re.compile(r"docs/equations\.md,\s+Eq\.\s+(\d+(?:\s*(?:,|and|-|to)\s*\d+)*)")
CONTINUED_COMMENT = re.compile(r"\n\s*//+")
CODE_FOLDERS = ("kernels", "src")


def numbers_of(words):
    """The equation numbers of '2, 5', '13 and 14' or '1-6'."""
    numbers = set()
    for part in re.split(r",|and", words):
        ends = [int(end) for end in re.split(r"-|to", part)]
        numbers.update(range(ends[0], ends[-1] + 1))
    return numbers


def citations(root):
    """Every citation in the code as (path, line, number)."""
    for folder in CODE_FOLDERS:
        for path in sorted((root / folder).rglob("*.[ch]pp")):
            text = path.read_text(encoding="utf-8")
            # A citation may run over the end of a comment line; blanks keep the places.
            joined = CONTINUED_COMMENT.sub(lambda match: " " * len(match.group(0)), text)
            for match in CITATION.finditer(joined):
                for number in sorted(numbers_of(match.group(1))):
                    yield path.relative_to(root), text.count("\n", 0, match.start()) + 1, number


def sections(text):
    """Folders named by each equation's 'Evaluated in' line; None where it has none."""
    headings = list(HEADING.finditer(text))
    ends = [heading.start() for heading in headings[1:]] + [len(text)]
    for heading, end in zip(headings, ends):
        evaluated = EVALUATED.search(text, heading.end(), end)
        folders = [folder.strip().strip("`") for folder in evaluated.group(1).split(",")] if evaluated else None
        yield int(heading.group(1)), text.count("\n", 0, heading.start()) + 1, folders


def offences(root):
    """Everything that is out of step, as lines to print."""
    page = root / "docs" / "equations.md"
    if not page.is_file():
        yield "docs/equations.md: expected, not found"
        return
    equations = {}
    for number, line, folders in sections(page.read_text(encoding="utf-8")):
        if number in equations:
            yield f"docs/equations.md:{line}: Eq. {number} has two headings"
        if folders is None:
            yield f"docs/equations.md:{line}: Eq. {number} does not say where it is evaluated ('Evaluated in: ...')"
        equations[number] = (line, folders or [])
    cited = {}
    for path, line, number in citations(root):
        cited.setdefault(number, set()).add(path)
        if number not in equations:
            yield f"{path}:{line}: cites Eq. {number}, which docs/equations.md does not have"
    for number, (line, folders) in sorted(equations.items()):
        for folder in folders:
            if not any(pathlib.PurePath(folder) in path.parents for path in cited.get(number, ())):
                yield (f"docs/equations.md:{line}: Eq. {number} is said to be evaluated in {folder}, "
                       "where nothing cites it")


def main(arguments):
    """Runs the command line."""
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    found = list(offences(root))
    for line in found:
        print(line)
    print(f"equations: {len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
