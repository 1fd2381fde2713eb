"""What stands where in a table's sheet of figures: three lines of head, then one line an observation.

Line 1 says which table it is and what it looked like when it was exported, line 2 names the columns, line 3 explains them.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from rights_kb import numbers
from rights_kb.library import Library
from rights_kb.models import Dimension, Observation, Table, Text, Value, Words
from rights_kb.problem import Refused

READ_ME, FIGURES, CODES = "read-me", "figures", "codes"
HEAD_LINES = 3
PERIOD, VALUE = "period", "value"
# What a line says about its figure. It is shown so that nobody needs the file of the table, and changed only there.
ABOUT = ("approximate", "status", "note", "absent", "source", "checked")
NAME = ": name"
BETWEEN = " / "

Cell = str | Decimal | None


@dataclass(frozen=True)
class Sheet:
    """A table as lines of cells: `columns` are the names in line 2, `heads` the words in line 3."""

    slug: str
    columns: tuple[str, ...]
    heads: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def fingerprint(self) -> str:
        """Sixteen hexadecimal digits that change with anything that the sheet shows."""
        cells = [[None if cell is None else str(cell) for cell in row] for row in self.rows]
        shown = json.dumps([self.slug, self.columns, self.heads, cells], ensure_ascii=False)
        return hashlib.sha256(shown.encode("utf-8")).hexdigest()[:16]


class Wording:
    """The words of all languages of a guide beside each other, the default language first."""

    def __init__(self, library: Library) -> None:
        missing = [language for language in library.languages if not _has_words(library, language)]
        if missing:
            files = ", ".join(f"data/words/{language}.yml" for language in missing)
            raise Refused(
                f"{files}: the words of spreadsheets are missing or have problems. Write `spreadsheet: {{…}}` there."
            )
        self.words = tuple(library.words[language] for language in library.languages)

    def said(self, key: str) -> str:
        """A word of spreadsheets in each language."""
        return _once(words.spreadsheet[key] for words in self.words)

    def status(self, id_: str) -> str:
        return _once(words.statuses[id_] for words in self.words)

    def text(self, text: Text) -> str:
        """A text of data in each language, its values filled in."""
        return _once(in_language(text, words) for words in self.words)


def _has_words(library: Library, language: str) -> bool:
    return language in library.words and bool(library.words[language].spreadsheet)


def in_language(text: Text, words: Words) -> str:
    """The text in the language of the words, or in its first language where it has none in this, in one line."""
    typed = text.by_language.get(words.language) or next(iter(text.by_language.values()))
    values: Mapping[str, Value] = text.values
    return " ".join(numbers.filled(typed, values, words).split())


def _once(parts: Iterable[str]) -> str:
    return BETWEEN.join(dict.fromkeys(parts))


def sheet(table: Table, dimensions: Mapping[str, Dimension], wording: Wording) -> Sheet:
    """The sheet of a table; a column of codes and one of names for each dimension."""
    columns, heads = [PERIOD], [wording.said(PERIOD)]
    for name in table.dimensions:
        named = wording.text(dimensions[name].name)
        columns += [name, name + NAME]
        heads += [f"{named} ({wording.said('code')})", named]
    columns += [VALUE, *ABOUT]
    heads += [wording.said(name) for name in (VALUE, *ABOUT)]
    rows = tuple(_row(item, table, dimensions, wording) for item in table.observations)
    return Sheet(table.slug, tuple(columns), tuple(heads), rows)


def _row(item: Observation, table: Table, dimensions: Mapping[str, Dimension], wording: Wording) -> tuple[Cell, ...]:
    members: list[Cell] = []
    for name, member in zip(table.dimensions, item.members, strict=True):
        members += [member, member_name(dimensions[name], member, wording)]
    return (
        item.period,
        *members,
        item.value,
        None if item.approximate is None else wording.said(item.approximate),
        wording.status(item.status),
        None if item.note is None else wording.text(table.notes[item.note]),
        None if item.absent is None else wording.text(item.absent),
        ", ".join(item.sources),
        item.checked.isoformat(),
    )


def member_name(dimension: Dimension, member: str | None, wording: Wording) -> str | None:
    """What a member is called in each language; None for a member that the dimension does not have."""
    known = dimension.members.get(member or "")
    return None if known is None else wording.text(known.name)
