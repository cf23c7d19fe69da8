"""What docs/outputs.md says of the columns of every table."""
import pathlib
import re

PAGE = pathlib.Path(__file__).resolve().parents[2] / "docs" / "outputs.md"


def cells(line):
    return [cell.strip() for cell in line.strip().strip("|").split(" | ")]


def plain(text):
    return text.replace("`", "")


def sections():
    """Heading -> lines; the text before the first heading under ''."""
    found, heading = {"": []}, ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("## "):
            heading = line[3:]
            found[heading] = []
        else:
            found[heading].append(line)
    return found


def rows_of(lines):
    """(names, units, meaning) of each row of the section's table of columns."""
    for line in lines:
        if line.startswith("| ") and not line.startswith(("| column", "| ---", "| key")):
            names, units, meaning = cells(line)
            yield names, units, meaning


def shared():
    return {re.findall("`(.+?)`", names)[0]: (units, meaning) for names, units, meaning in rows_of(sections()[""])}


def expand(names, units, meaning, readings):
    """One (name, unit, meaning) per column of a row."""
    if " to " in names:
        first, last = re.findall("`(.+?)`", names)
        order = [column[0] for column in readings]
        return [(name, unit, f"{plain(meaning).partition(',')[0]}: {text}") for name, unit, text in
                readings[order.index(first):order.index(last) + 1]]
    found = re.findall("`(.+?)`", names) or [names]
    several = units.split(", ")
    return [(name, several[i] if len(several) == len(found) else units, meaning) for i, name in enumerate(found)]


def tables():
    """File -> [(column, unit, meaning)]; the columns that bear the names of strata maps are the one 'one per strata map'."""
    found, common = {}, shared()
    for heading, lines in sections().items():
        for file in re.findall(r"\w+\.csv", heading):
            columns = []
            for names, units, meaning in rows_of(lines):
                for name, unit, text in expand(names, units, meaning, found.get("readings.csv", [])):
                    if text.startswith(("see above", "likewise; see above")):
                        text = common[name][1] + text.removeprefix("see above")
                    columns.append((name, plain(unit), plain(text)))
            found[file] = columns
    return found
