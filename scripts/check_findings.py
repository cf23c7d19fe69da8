#!/usr/bin/python3
"""Keeps docs/findings and the code in step.

Usage: scripts/check_findings.py [ROOT]     (default: this repository)

Every code of a finding in src must have a page docs/findings/<code>.md, a line in docs/findings/README.md and a test
that names it; every page and every line must be of a code in src. A page begins with "# <code>", says its severity
("Severity: ...", the same words as its line) and holds the sections below. Prints each offence; exit code 1 when there
is any.
"""
import pathlib
import re
import sys

# A finding is written as {"code", <its severity>, ...} or with .code = "code".
CODE = re.compile(r'"([a-z][a-z0-9_]*)",\s*[^";{}]*?[Ss]everity\b|\.code\s*=\s*"([a-z][a-z0-9_]*)"')
# These folders hand findings on and make none.
SILENT_FOLDERS = {"report", "inputs", "store"}
SEVERITY = re.compile(r"^Severity: (.+)$", re.M)
SEVERITIES = ("note", "warning", "contradiction")
SECTIONS = ("What it means", "Why it matters for credits", "How it is computed", "What to do", "What it does not say")
INDEX_LINE = re.compile(r"^\| \[`(\w+)`\]\((\w+)\.md\) \| ([^|]+) \| [^|]+ \|$", re.M)


def codes_in_source(root):
    """Every code of a finding in src, with the file that it stands in."""
    codes = {}
    for path in sorted((root / "src").rglob("*.[ch]pp")):
        if path.relative_to(root).parts[1] in SILENT_FOLDERS:
            continue
        for match in CODE.finditer(path.read_text(encoding="utf-8")):
            codes.setdefault(match.group(1) or match.group(2), path.relative_to(root))
    return codes


def text_of_tests(root):
    """The text of all tests, to look for codes in."""
    return "\n".join(path.read_text(encoding="utf-8") for suffix in ("cpp", "hpp", "py")
                     for path in sorted((root / "tests").rglob(f"*.{suffix}")))


def page_offences(page, code):
    """What is wrong with one page."""
    name = f"docs/findings/{page.name}"
    text = page.read_text(encoding="utf-8")
    if text.split("\n", 1)[0] != f"# {code}":
        yield f"{name}:1: expected '# {code}'"
    severity = SEVERITY.search(text)
    if severity is None or not any(word in severity.group(1) for word in SEVERITIES):
        yield f"{name}: expected a line 'Severity: ' with one of {', '.join(SEVERITIES)}"
    for section in SECTIONS:
        if f"\n## {section}\n" not in text:
            yield f"{name}: expected the section '## {section}'"


def index_offences(index, pages):
    """What is wrong with the index of the pages."""
    lines = INDEX_LINE.findall(index.read_text(encoding="utf-8")) if index.is_file() else []
    listed = [code for code, _, _ in lines]
    for code, link, severity in lines:
        if code != link:
            yield f"docs/findings/README.md: {code} points to {link}.md"
        if listed.count(code) > 1:
            yield f"docs/findings/README.md: {code} stands there twice"
        if code not in pages:
            yield f"docs/findings/README.md: {code} has no page"
            continue
        of_page = SEVERITY.search(pages[code].read_text(encoding="utf-8"))
        if of_page and of_page.group(1) != severity:
            yield f"docs/findings/README.md: {code} is '{severity}' here and '{of_page.group(1)}' on its page"
    for code in sorted(set(pages) - set(listed)):
        yield f"docs/findings/README.md: {code} is not listed"


def offences(root):
    """Everything that is out of step, as lines to print."""
    folder = root / "docs" / "findings"
    pages = {page.stem: page for page in sorted(folder.glob("*.md")) if page.name != "README.md"}
    codes = codes_in_source(root)
    tests = text_of_tests(root)
    for code, path in sorted(codes.items()):
        if code not in pages:
            yield f"{path}: finding {code} has no page docs/findings/{code}.md"
        if f'"{code}"' not in tests:
            yield f"{path}: no test names finding {code}"
    for code, page in pages.items():
        if code not in codes:
            yield f"docs/findings/{page.name}: nothing in src finds {code}"
        yield from page_offences(page, code)
    yield from index_offences(folder / "README.md", pages)


def main(arguments):
    """Runs the command line."""
    root = pathlib.Path(arguments[0]) if arguments else pathlib.Path(__file__).resolve().parent.parent
    found = list(offences(root))
    for line in found:
        print(line)
    print(f"findings: {len(found)} offences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
