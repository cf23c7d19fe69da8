"""A small spreadsheet: recomputes the formulas of a workbook from its cells, with the operators and functions that audit.xlsx uses."""
import math
import re

import openpyxl

TOKEN = re.compile(r"\s*(?:(\d+\.?\d*(?:E-?\d+)?)|((?:[A-Za-z]+!)?\$?[A-Z]+\$?\d+(?::\$?[A-Z]+\$?\d+)?)|([A-Z]+)(?=\()|(<=|>=|<>|[-+*/^(),<>=]))")
COMPARISONS = {"<=": lambda a, b: a <= b, ">=": lambda a, b: a >= b, "<": lambda a, b: a < b, ">": lambda a, b: a > b,
               "=": lambda a, b: a == b, "<>": lambda a, b: a != b}


def half_away(value, digits):
    scaled = abs(value) * 10**digits
    return math.copysign(math.floor(scaled + 0.5), value) / 10**digits


FUNCTIONS = {"ABS": abs, "INT": math.floor, "ROUND": half_away, "MAX": lambda *v: max(flat(v)), "MIN": lambda *v: min(flat(v)),
             "SUM": lambda *v: math.fsum(flat(v)), "IF": lambda test, then, otherwise: then if test else otherwise}


def flat(values):
    for value in values:
        if isinstance(value, list):
            yield from value
        else:
            yield value


class Workbook:
    """The cells of a workbook as they are written; `value` recomputes, whatever results the file holds."""

    def __init__(self, path):
        self.book = openpyxl.load_workbook(path)
        self.known = {}

    def names(self):
        return self.book.sheetnames

    def rows(self, sheet):
        """(row number, name, content of column B, unit, basis, remark) of every row below the titles."""
        for cells in self.book[sheet].iter_rows(min_row=2, max_col=5):
            yield (cells[0].row, *(cell.value for cell in cells))

    def row_of(self, sheet, name):
        found = [row[0] for row in self.rows(sheet) if row[1] == name]
        assert len(found) == 1, (sheet, name, found)
        return found[0]

    def set(self, sheet, name, value):
        self.book[sheet].cell(self.row_of(sheet, name), 2).value = value
        self.known.clear()

    def named(self, sheet, name):
        return self.value(sheet, f"B{self.row_of(sheet, name)}")

    def value(self, sheet, cell):
        if (sheet, cell) not in self.known:
            content = self.book[sheet][cell].value
            is_formula = self.book[sheet][cell].data_type == "f"
            self.known[sheet, cell] = Formula(self, sheet, content[1:]).result() if is_formula else content
        return self.known[sheet, cell]


class Formula:
    """Recursive descent over the tokens of one formula."""

    def __init__(self, workbook, sheet, text):
        self.workbook, self.sheet = workbook, sheet
        self.tokens, at = [], 0
        while at < len(text):
            match = TOKEN.match(text, at)
            assert match, text[at:]
            self.tokens.append((match.lastindex, match.group(match.lastindex)))
            at = match.end()
        self.at = 0

    def peek(self):
        return self.tokens[self.at][1] if self.at < len(self.tokens) else None

    def take(self):
        self.at += 1
        return self.tokens[self.at - 1]

    def result(self):
        value = self.comparison()
        assert self.peek() is None, self.tokens[self.at:]
        return value

    def comparison(self):
        left = self.sum()
        if self.peek() in COMPARISONS:
            return COMPARISONS[self.take()[1]](left, self.sum())
        return left

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            value = value + self.product() if self.take()[1] == "+" else value - self.product()
        return value

    def product(self):
        value = self.power()
        while self.peek() in ("*", "/"):
            value = value * self.power() if self.take()[1] == "*" else value / self.power()
        return value

    def power(self):
        value = self.sign()
        while self.peek() == "^":
            self.take()
            value = value ** self.sign()
        return value

    def sign(self):
        if self.peek() == "-":
            self.take()
            return -self.sign()
        return self.atom()

    def atom(self):
        kind, text = self.take()
        if kind == 1:
            return float(text)
        if kind == 2:
            return self.reference(text.replace("$", ""))
        if kind == 3:
            return self.call(text)
        assert text == "(", text
        value = self.comparison()
        assert self.take()[1] == ")"
        return value

    def call(self, name):
        self.take()
        arguments = []
        while self.peek() != ")":
            arguments.append(self.comparison())
            if self.peek() == ",":
                self.take()
        self.take()
        return FUNCTIONS[name](*arguments)

    def reference(self, text):
        sheet, _, cells = text.rpartition("!")
        sheet = sheet or self.sheet
        first, _, last = cells.partition(":")
        if not last:
            return self.workbook.value(sheet, first)
        column, rows = first[0], range(int(first[1:]), int(last[1:]) + 1)
        return [self.workbook.value(sheet, f"{column}{row}") for row in rows]
