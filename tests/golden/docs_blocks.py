"""The fenced blocks of README.md, the pages of docs and the READMEs of the samples, and what is wrong with how they are written.

A block says its language. A comment right above it says how a test treats it, in the source alone:

    <!-- not run: REASON -->            a reader runs it, the test cannot
    <!-- run instead: COMMANDS -->      the test runs these, such as a smaller or an offline form of the same
    <!-- exit code: N -->               the last command ends with N, as the page says, and not with 0

A `text` block that follows a block of commands, with nothing between, is what they print. In it `...` stands for anything within a
line, and a line `...` for any lines.
"""
import pathlib
import re
import typing

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = ("sh", "python", "r")  # languages that a reader runs
SHOWN = ("text", "toml")
MARKS = ("not run", "run instead", "exit code")
MARK = re.compile(r"<!-- ([a-z ]+): (.+) -->")
FENCE = re.compile(r"```(\w*)")


class Block(typing.NamedTuple):
    """A block with its place; `printed` is what the page says that it prints, None where it says nothing."""
    place: str
    language: str
    text: str
    marks: dict[str, str]
    printed: str | None = None


def pages():
    """Every page, as a path within the repository."""
    found = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md")), *sorted((ROOT / "data-samples").rglob("README.md"))]
    return [page.relative_to(ROOT) for page in found]


def blocks_of(page):
    """The blocks of a page, in order, and one line for each offence against the rules above."""
    blocks, offences = [], []
    lines = (ROOT / page).read_text(encoding="utf-8").splitlines()
    last_end, number = None, 0
    while number < len(lines):
        fence = FENCE.fullmatch(lines[number])
        place = f"{page}:{number + 1}"
        if not fence:
            if is_other_block(lines, number):
                offences.append(f"{place}: a block between ``` with its language expected")
            number += 1
            continue
        if "```" not in lines[number + 1:]:
            offences.append(f"{place}: a ``` at the end of the block expected, none found")
            break
        end = lines.index("```", number + 1)
        text = "".join(f"{line}\n" for line in lines[number + 1:end])
        block = Block(place, fence.group(1), text, marks_above(lines, number))
        follows = last_end is not None and not any(lines[last_end + 1:number])
        if block.language == "text" and follows and blocks[-1].language in COMMANDS:
            blocks[-1] = blocks[-1]._replace(printed=text)
        blocks.append(block)
        offences += offences_of(block)
        last_end, number = end, end + 1
    return blocks, offences


def prose_of(page):
    """The text of a page without its blocks."""
    return re.sub(r"^```.*?^```$", "", (ROOT / page).read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)


def is_other_block(lines, number):
    """Whether a line begins a block of another form: indented, or a fence that is no fence of ours."""
    line = lines[number]
    starts_indented = line.startswith("    ") and (number == 0 or not lines[number - 1])
    return starts_indented or line.lstrip().startswith(("```", "~~~"))


def marks_above(lines, number):
    """The marks in the comments right above a block."""
    marks = {}
    while number > 0 and (mark := MARK.fullmatch(lines[number - 1])):
        marks[mark.group(1)] = mark.group(2)
        number -= 1
    return marks


def offences_of(block):
    """What is wrong with a block."""
    if block.language not in COMMANDS + SHOWN:
        yield f"{block.place}: one of the languages {', '.join(COMMANDS + SHOWN)} expected, '{block.language}' found"
    for mark in block.marks:
        if mark not in MARKS:
            yield f"{block.place}: one of the marks {', '.join(MARKS)} expected, '{mark}' found"
    if block.language == "sh" and re.search(r"^cd ", block.text, re.MULTILINE):
        yield f"{block.place}: cd in parentheses expected, so that the next block begins where this one did"
