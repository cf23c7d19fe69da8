#!/usr/bin/python3
"""Keeps what reports say and the tables of their strings in step.

Usage: scripts/check_strings.py [ROOT]     (default: this repository)

Every key that src/report names must stand in src/report/strings/en.json, every entry of it must be named, and every call
must fill exactly the places that its sentences have. The tables of other languages must have the keys and the places of
the English one, and the forms that their own "plurals" name. Prints each offence; exit code 1 when there is any.
"""
import json
import pathlib
import re
import sys

TOKEN = re.compile(r'//[^\n]*|"(?:[^"\\\n]|\\.)*"')
CALL = re.compile(r"\b(?:say_?|english\(\))(\.counted|\.joined)?\(")
LITERAL = re.compile(r'"([^"\\\n]*)"')
KEY = re.compile(r"[a-z_]+(?:\.\w+)+")
FILE_NAME = re.compile(r".*\.(?:csv|css|html|js|json|md|png|tif|toml|xlsx)")
FILLING = re.compile(r'\{\s*"([a-z_]+)"\s*,')
PLACE = re.compile(r"\{(\w+)\}")
FILLED_BY_CALL = {None: set(), ".counted": {"count"}, ".joined": {"before", "next"}}


def without_comments(text):
    return TOKEN.sub(lambda token: "" if token.group(0).startswith("//") else token.group(0), text)


def end_of(text, start, stops):
    """The place of the first of `stops` outside strings and inner brackets."""
    depth = 0
    inside = False
    place = start
    while place < len(text):
        letter = text[place]
        if inside:
            place += letter == "\\"
            inside = letter != '"'
        elif letter == '"':
            inside = True
        elif depth == 0 and letter in stops:
            return place
        elif letter in "([{":
            depth += 1
        elif letter in ")]}":
            depth -= 1
        place += 1
    return place


def calls_of(text):
    """Every call as (kind, first argument, all later ones), inner calls left out, and the text around the first arguments."""
    calls = []
    rest = text
    for match in reversed(list(CALL.finditer(text))):
        end = end_of(rest, match.end(), ")")
        comma = end_of(rest, match.end(), ",)")
        calls.append((match.group(1), rest[match.end():comma], rest[comma:end]))
        rest = rest[:match.start()] + rest[end + 1:]
    return calls, rest


def keys_in(code, groups):
    for literal in LITERAL.findall(code):
        if KEY.fullmatch(literal) and not FILE_NAME.fullmatch(literal) and literal.split(".")[0] in groups:
            yield literal


def places_of(sentence):
    forms = [sentence] if isinstance(sentence, str) else sentence.values()
    return {place for form in forms for place in PLACE.findall(form)}


def offences_of_call(call, keys, sentences):
    """What is wrong with the places of one call of these keys."""
    kind, _, fillings = call
    known = [key for key in keys if key in sentences]
    filled = set(FILLING.findall(fillings))
    for key in known:
        for place in sorted(places_of(sentences[key]) - filled - FILLED_BY_CALL[kind]):
            yield f"nothing fills {{{place}}} of {key}"
        if kind is None and isinstance(sentences[key], dict):
            yield f"{key} has forms, and the call has no number"
    had = set().union(*(places_of(sentences[key]) for key in known)) if known else filled
    for place in sorted(filled - had):
        yield f"{', '.join(known)} has no place {{{place}}}"


def offences_of_source(text, sentences, used):
    groups = {key.split(".")[0] for key in sentences}
    calls, _ = calls_of(without_comments(text))
    elsewhere = set(keys_in(without_comments(text), groups))
    filled_later = set()  # by calls whose key stands elsewhere
    for call in calls:
        keys = list(keys_in(call[1], groups))
        elsewhere -= set(keys)
        used |= set(keys)
        yield from offences_of_call(call, keys, sentences)
        if not keys:
            filled_later |= set(FILLING.findall(call[2])) | FILLED_BY_CALL[call[0]]
    for key in sorted(elsewhere & sentences.keys()):
        for place in sorted(places_of(sentences[key]) - filled_later):
            yield f"nothing fills {{{place}}} of {key}"
    used |= elsewhere
    for key in sorted(used - sentences.keys()):
        yield f"the table has no {key}"
        used.discard(key)


def offences_of_translation(table, english):
    """What another language's table has otherwise than the English one."""
    forms = set(table["plurals"]) | {"other"}
    for key in sorted(english.keys() ^ table["sentences"].keys()):
        yield f"{key} stands in one of this table and en.json only"
    for key in sorted(english.keys() & table["sentences"].keys()):
        sentence = table["sentences"][key]
        if places_of(sentence) != places_of(english[key]):
            yield f"{key} has other places than in en.json"
        if isinstance(sentence, dict) and set(sentence) != forms:
            yield f"{key} has other forms than {', '.join(sorted(forms))}"
        if isinstance(sentence, str) and isinstance(english[key], dict) and len(forms) > 1:
            yield f"{key} needs the forms {', '.join(sorted(forms))}"


def offences(root):
    """Everything that is out of step, as lines to print."""
    folder = root / "src" / "report"
    tables = {path: json.loads(path.read_text(encoding="utf-8")) for path in sorted((folder / "strings").glob("*.json"))}
    english = tables[folder / "strings" / "en.json"]["sentences"]
    used = set()
    for path in sorted(folder.glob("*.[ch]pp")):
        for offence in offences_of_source(path.read_text(encoding="utf-8"), english, used):
            yield f"{path.relative_to(root)}: {offence}"
    for key in sorted(english.keys() - used):
        yield f"src/report/strings/en.json: nothing says {key}"
    for path, table in tables.items():
        for offence in offences_of_translation(table, english):
            yield f"{path.relative_to(root)}: {offence}"


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else pathlib.Path(__file__).parents[1]).resolve()
    found = list(offences(root))
    print("\n".join([*found, f"{len(found)} offences"]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
