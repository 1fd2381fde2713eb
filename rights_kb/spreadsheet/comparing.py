"""A sheet that came back beside the table it was made from: what it changes, or every cell that does not fit."""

from __future__ import annotations

import difflib
from decimal import Decimal, InvalidOperation

from rights_kb import schema
from rights_kb.differences import Comparison, Difference
from rights_kb.library import Library
from rights_kb.models import Observation, Table
from rights_kb.problem import Refused
from rights_kb.spreadsheet import layout
from rights_kb.spreadsheet.layout import ABOUT, HEAD_LINES, PERIOD, VALUE, Sheet, Wording
from rights_kb.spreadsheet.reading import DAY, EMPTY, ERROR, FORMULA, NUMBER, TRUTH, Cells, Line, Typed

Key = tuple[str, tuple[str | None, ...]]
# A spreadsheet keeps a number in fifteen digits; what stands behind them is left over from its arithmetic.
SURE_DIGITS = 15
NOTHING = Typed(EMPTY)


def slug_of(cells: Cells) -> str:
    """Which table the sheet was made from. Raises Refused where it does not say."""
    first = cells.lines[0].cells[0] if cells.lines and cells.lines[0].cells else NOTHING
    if first.kind == EMPTY or len(cells.lines) < HEAD_LINES:
        raise Refused(f"{cells.place(1, 0)}: the name of the table is missing. Use a file made by `kb table export`.")
    return first.text.strip()


def compare(cells: Cells, table: Table, library: Library) -> Comparison:
    """What the sheet would change in the table. Raises Refused with every cell that does not fit."""
    return _Comparing(cells, table, library).comparison()


class _Comparing:
    def __init__(self, cells: Cells, table: Table, library: Library) -> None:
        self.cells = cells
        self.table = table
        self.library = library
        self.wording = Wording(library)
        self.shown: Sheet = layout.sheet(table, library.dimensions, self.wording)
        self.column = {name: number for number, name in enumerate(self.shown.columns)}
        self.problems: list[str] = []
        # What differs where only the table's file may be changed: a sign of another table meanwhile, or of a slip.
        self.changed_elsewhere: list[str] = []
        self.same_table = self._typed(cells.lines[0], 1).text.strip() == self.shown.fingerprint

    def comparison(self) -> Comparison:
        """Every difference, in the order of the sheet; then what the sheet leaves out."""
        self._head()
        if self.problems:
            raise Refused("\n".join(self.problems))
        rows = {(item.period, item.members): row for item, row in zip(self.table.observations, self.shown.rows, strict=True)}
        seen: dict[Key, int] = {}
        found = []
        for line in self.cells.lines[HEAD_LINES:]:
            if all(cell.kind == EMPTY for cell in line.cells):
                continue
            key = self._key(line)
            if key is None:
                self._value(line, None)
                continue
            if key in seen:
                self._say(line, 0, "", f"the figure of line {seen[key]} stands here again.", "Keep one of the two lines.")
                continue
            seen[key] = line.number
            ours = self.table.at(*key)
            self._about(line, rows.get(key))
            difference = self._difference(line, key, ours)
            if difference:
                found.append(difference)
        found += [
            Difference("gone", *key, self._where(key), ours, None)
            for ours in self.table.observations
            if (key := (ours.period, ours.members)) not in seen and ours.value is not None
        ]
        if not self.same_table and (found or self.problems or self.changed_elsewhere):
            what = f"{self.cells.file}: `{self.table.slug}` has changed since this file was exported."
            raise Refused("\n".join([*self.problems, f"{what} Export it again and carry your figures over."]))
        if self.problems or self.changed_elsewhere:
            raise Refused("\n".join([*self.problems, *self.changed_elsewhere]))
        return Comparison(len(seen), tuple(found))

    def _head(self) -> None:
        line = self.cells.lines[1]
        names = [cell.text.strip() for cell in line.cells]
        while names and not names[-1]:
            names.pop()
        wanted = self.shown.columns
        for number in range(max(len(names), len(wanted))):
            is_ = names[number] if number < len(names) else ""
            should = wanted[number] if number < len(wanted) else ""
            if is_ == should:
                continue
            if not should:
                self._say(line, number, is_, "this column is not one of the table's.", "Remove the column.")
            elif not is_:
                self._say(line, number, "", f"the column `{should}` is missing.", f"Write {should} here, or restore it.")
            else:
                self._say(line, number, is_, f"is not the column `{should}`.", "Put the columns back as they were exported.")
        for number, should in enumerate(self.shown.heads):
            cell = self._typed(self.cells.lines[HEAD_LINES - 1], number)
            if " ".join(cell.text.split()) != should:
                last = self.cells.lines[HEAD_LINES - 1]
                self._say(
                    last, number, cell.text, f"was `{should}` when the table was exported.", "Put it back.", elsewhere=True
                )
        for head in self.cells.lines[:HEAD_LINES]:
            for number, cell in enumerate(head.cells):
                if cell.kind == FORMULA:
                    self._formula(head, number, cell)
        for row in self.cells.lines[HEAD_LINES:]:
            for number in range(len(wanted), len(row.cells)):
                if row.cells[number].kind != EMPTY:
                    self._say(row, number, row.cells[number].text, "stands outside the table.", "Empty this cell.")

    def _key(self, line: Line) -> Key | None:
        """Which figure a line is, or None with a problem."""
        before = len(self.problems)
        period = self._period(line)
        members: list[str | None] = []
        for name in self.table.dimensions:
            members.append(self._member(line, name))
        return (period, tuple(members)) if len(self.problems) == before and period is not None else None

    def _period(self, line: Line) -> str | None:
        number = self.column[PERIOD]
        cell = self._typed(line, number)
        text = cell.text.strip()
        year = int(text) if text.isascii() and text.isdigit() and len(text) == 4 else text
        if cell.kind == EMPTY:
            self._say(line, number, "", "the period is missing.", "Write a year such as 2025.")
        elif cell.kind == DAY:
            what = f"a date ({text}) was made of the period."
            self._say(line, number, "", what, "Format the cell as text and write the period again, such as 2025-01.")
        elif cell.kind == FORMULA:
            self._formula(line, number, cell)
        elif not schema.fits(year, self.library.project.data / "schema", "period"):
            self._say(line, number, text, "is no period.", "Write a year, 2025-H1, 2025-Q3, 2025-01 or 2025-01/2025-08.")
        else:
            return text
        return None

    def _member(self, line: Line, name: str) -> str | None:
        dimension = self.library.dimensions[name]
        number = self.column[name]
        cell = self._typed(line, number)
        code = cell.text.strip()
        if cell.kind == EMPTY:
            if dimension.total is None:
                self._say(line, number, "", f"the code of `{name}` is missing.", self._codes(name))
            return dimension.total
        if cell.kind == DAY:
            what = f"a date ({code}) was made of the code."
            self._say(line, number, "", what, "Format the cell as text and write the code again.")
            return None
        if cell.kind == FORMULA:
            self._formula(line, number, cell)
            return None
        if code not in dimension.members:
            self._say(line, number, code, f"is no code of `{name}`.", self._advice(name, code))
            return None
        label = self._typed(line, number + 1)
        wanted = layout.member_name(dimension, code, self.wording)
        if label.kind == FORMULA and label.text != wanted:
            self._formula(line, number + 1, label)
        elif label.kind != EMPTY and " ".join(label.text.split()) != wanted:
            what = f"is not the name of `{code}` ({wanted})."
            instead = "Put the name back, or write the code that is meant."
            self._say(line, number + 1, label.text, what, instead, elsewhere=True)
        return code

    def _advice(self, name: str, typed: str) -> str:
        """The code whose name was written in its place, or the nearest codes."""
        members = self.library.dimensions[name].members
        for id_, member in members.items():
            if typed in member.name.by_language.values() or typed == self.wording.text(member.name):
                return f"Write {id_}."
        near = difflib.get_close_matches(typed, members, 1)
        return f"Write {near[0]}." if near else self._codes(name)

    def _codes(self, name: str) -> str:
        members = list(self.library.dimensions[name].members)
        return f"Write one of: {', '.join(members[:12])}{', …' if len(members) > 12 else ''}."

    def _about(self, line: Line, row: tuple[layout.Cell, ...] | None) -> None:
        """What stands beside the figure must be as exported; what holds for the whole table may be repeated or left out."""
        usual = {
            "status": self.wording.status(self.table.status),
            "source": ", ".join(self.table.sources),
            "checked": self.table.checked.on.isoformat(),
        }
        for name in ABOUT:
            number = self.column[name]
            cell = self._typed(line, number)
            is_ = " ".join(cell.text.split())
            should = str((row[number] if row else None) or "")
            if (
                is_ == should
                or (row is None and is_ in ("", usual.get(name, "")))
                or (not is_ and should == usual.get(name))
            ):
                continue
            if cell.kind == FORMULA:
                self._formula(line, number, cell)
                continue
            said = f"`{should}`" if should else "an empty cell"
            what = f"was {said} when the table was exported." if row else "does not come in with a spreadsheet."
            instead = f"Put it back: only figures are taken from here. `{name}` is changed in {self.table.place.file}."
            self._say(line, number, is_ or "nothing", what, instead, elsewhere=True)

    def _difference(self, line: Line, key: Key, ours: Observation | None) -> Difference | None:
        number = self.column[VALUE]
        before = len(self.problems)
        value = self._value(line, ours)
        if len(self.problems) > before:
            return None
        if value is None:
            return None if ours is None or ours.value is None else Difference("gone", *key, self._where(key), ours, None)
        if ours is not None and value == ours.value:
            return None
        if line.hidden or number in self.cells.hidden_columns:
            self._say(line, number, str(value), "stands in a hidden line or column.", "Show it, and look at the figure.")
            return None
        kind = "changed" if ours is not None and ours.value is not None else "new"
        return Difference(kind, *key, f"{self._where(key)} (cell {self._cell(line, number)})", ours, value)

    def _value(self, line: Line, ours: Observation | None) -> Decimal | None:
        """The figure with the decimals of the table, None for an empty cell; a problem where it is no such number."""
        number = self.column[VALUE]
        cell = self._typed(line, number)
        if cell.kind == EMPTY:
            return None
        typed = cell.text.strip()
        if cell.kind == FORMULA:
            self._formula(line, number, cell)
        elif cell.kind == DAY:
            self._say(
                line, number, "", f"a date ({typed}) was made of the figure.", "Format the cell as a number; write it again."
            )
        elif cell.kind in (ERROR, TRUTH):
            self._say(line, number, typed, "is not a number.", "Write the figure, or leave the cell empty.")
        elif cell.percent:
            shown = Decimal(typed) * 100
            what = f"is shown as a per cent, so it counts as {typed}."
            self._say(
                line,
                number,
                f"{shown.normalize():f}%",
                what,
                f"Format the cell as a number and write {shown.normalize():f}.",
            )
        elif cell.kind == NUMBER:
            return self._with_decimals(line, number, typed, ours)
        elif self.cells.text_file and (meant := _number(typed, self.cells.comma)) is not None:
            return self._with_decimals(line, number, str(meant), ours)
        else:
            meant = _number(typed.removesuffix("%").strip(), True)
            how = " as a number, not as text" if str(meant) == typed else ""
            instead = f"Write {meant}{how}." if meant is not None else "Write a number, or leave the cell empty."
            self._say(line, number, typed, "is not a number.", instead)
        return None

    def _with_decimals(self, line: Line, number: int, typed: str, ours: Observation | None) -> Decimal | None:
        value = Decimal(typed)
        if not value.is_finite() or abs(value.adjusted()) >= SURE_DIGITS:
            self._say(line, number, typed, "is no figure of a table.", "Write the figure as its source has it.")
            return None
        decimals = self.table.decimals
        if ours is not None and ours.value is not None and value == ours.value:
            return ours.value
        exact = value.quantize(Decimal(1).scaleb(-decimals))
        if exact == value:
            return exact
        if (
            abs(value - exact) < Decimal(1).scaleb(exact.adjusted() - SURE_DIGITS + 2)
            and len(value.as_tuple().digits) > SURE_DIGITS
        ):
            self._say(line, number, typed, f"is what arithmetic left of {exact}.", f"Write {exact}.")
            return None
        given = max(0, -value.normalize().as_tuple().exponent)
        what = f"has {given} decimals; the table is published with {decimals}."
        self._say(line, number, typed, what, "Write the figure as its source has it; a source is never rounded.")
        return None

    def _formula(self, line: Line, number: int, cell: Typed) -> None:
        shown = cell.text if len(cell.text) <= 60 else f"{cell.text[:57]}…"
        self._say(line, number, shown, "is a formula, and formulas are never worked out here.", "Write what it stands for.")

    def _typed(self, line: Line, number: int) -> Typed:
        return line.cells[number] if number < len(line.cells) else NOTHING

    def _cell(self, line: Line, number: int) -> str:
        return self.cells.place(line.number, number).rpartition(" ")[2]

    def _say(self, line: Line, number: int, typed: str, what: str, instead: str, elsewhere: bool = False) -> None:
        shown = f"'{typed}' " if typed else ""
        told = f"{self.cells.place(line.number, number)}: {shown}{what} {instead}"
        (self.changed_elsewhere if elsewhere else self.problems).append(told)

    def _where(self, key: Key) -> str:
        period, members = key
        parts = [
            f", {name} {member}"
            for name, member in zip(self.table.dimensions, members, strict=True)
            if member is not None and member != self.library.dimensions[name].total
        ]
        return period + "".join(parts)


def _number(typed: str, comma: bool) -> Decimal | None:
    """The number in a text with a point or, where that may be, a decimal comma; None for anything else."""
    plain = typed.replace("\u00a0", "").replace(" ", "")
    plain = plain.replace(",", ".") if comma and plain.count(",") == 1 and "." not in plain else plain
    if not plain.lstrip("-").replace(".", "", 1).isdigit() or not plain.isascii():
        return None
    try:
        return Decimal(plain)
    except InvalidOperation:
        return None
