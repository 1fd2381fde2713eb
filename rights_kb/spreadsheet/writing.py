"""A table's sheet as an .xlsx file: the same table gives the same bytes."""

from __future__ import annotations

import io
import math
import zipfile
from datetime import UTC, datetime
from decimal import Decimal

from openpyxl import Workbook
from openpyxl.cell import Cell as FileCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.xml.functions import tostring

from rights_kb.library import Library
from rights_kb.models import Table
from rights_kb.spreadsheet.layout import (
    ABOUT,
    CODES,
    FIGURES,
    HEAD_LINES,
    NAME,
    PERIOD,
    READ_ME,
    VALUE,
    Cell,
    Sheet,
    Wording,
    in_language,
    sheet,
)

# The first day that a zip archive can name; a day of export would change the bytes.
THAT_DAY = datetime(1980, 1, 1, tzinfo=UTC)
PROPERTIES = "docProps/core.xml"
# Empty lines below the table, ready for new figures.
NEW_LINES = 50
NARROWEST, WIDEST, READ_ME_WIDTH = 13, 32, 90
# In points: a program that opens the file does not always make room for wrapped words by itself.
LINE_HEIGHT = 16
TEXT = "@"

TO_CHANGE = PatternFill("solid", fgColor="FFF9D6")
FIXED = PatternFill("solid", fgColor="EDEDED")
SMALL = Font(size=8, color="595959")
BOLD = Font(bold=True)
WRAPPED = Alignment(wrap_text=True, vertical="top")
OPEN = Protection(locked=False)


def xlsx(table: Table, library: Library) -> bytes:
    """The file of a table: how to work with it, its figures, and the codes of its dimensions."""
    wording = Wording(library)
    shown = sheet(table, library.dimensions, wording)
    book = Workbook()
    book.properties.creator = None
    book.properties.created = book.properties.modified = THAT_DAY
    _read_me(book.active, table, wording)
    figures = book.create_sheet(FIGURES)
    codes = book.create_sheet(CODES)
    ranges = _codes(codes, table, library, wording)
    _figures(figures, shown, table, ranges)
    book.active = book.index(figures)
    return _packed(book)


def _read_me(made: Worksheet, table: Table, wording: Wording) -> None:
    made.title = READ_ME
    made.column_dimensions["A"].width = READ_ME_WIDTH
    line = 0
    for words in wording.words:
        said = words.spreadsheet
        title = in_language(table.title, words)
        steps = [said[key] for key in ("change", "number", "new", "unknown", "locked", "back")]
        numbered = [f"{number}. {step}" for number, step in enumerate(steps, 1)]
        for text, font in ((title, BOLD), (said["read_me"], BOLD), *((step, None) for step in numbered), ("", None)):
            line += 1
            cell = _put(made, line, 1, text or None)
            cell.alignment = WRAPPED
            made.row_dimensions[line].height = LINE_HEIGHT * (1 + len(text) // READ_ME_WIDTH)
            if font:
                cell.font = font
    made.page_setup.fitToHeight = 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    made.protection.sheet = True


def _codes(made: Worksheet, table: Table, library: Library, wording: Wording) -> dict[str, str]:
    """Write the codes of each dimension and give the range of cells in which they stand."""
    languages = [words.language for words in wording.words]
    for column, head in enumerate(("dimension", "code", *languages), 1):
        _put(made, 1, column, head).font = BOLD
        made.column_dimensions[get_column_letter(column)].width = 20 if column < 3 else 40
    line, ranges = 1, {}
    for name in table.dimensions:
        first = line + 1
        for member in library.dimensions[name].members.values():
            line += 1
            cells = (name, member.id, *(in_language(member.name, words) for words in wording.words))
            for column, text in enumerate(cells, 1):
                _put(made, line, column, text)
        ranges[name] = f"{CODES}!$B${first}:$B${line}"
    made.freeze_panes = "A2"
    made.protection.sheet = True
    return ranges


def _figures(made: Worksheet, shown: Sheet, table: Table, ranges: dict[str, str]) -> None:
    for column, (name, head) in enumerate(zip(shown.columns, shown.heads, strict=True), 1):
        _put(made, 2, column, name).font = SMALL
        cell = _put(made, 3, column, head)
        cell.font, cell.alignment, cell.fill = BOLD, WRAPPED, FIXED
        texts = [str(row[column - 1]) for row in shown.rows if row[column - 1] is not None]
        width = max([len(name) + 2, NARROWEST, *map(len, texts)]) + 1
        made.column_dimensions[get_column_letter(column)].width = min(width, WIDEST)
    lines = max(
        math.ceil(len(head) * 1.3 / made.column_dimensions[get_column_letter(column)].width)
        for column, head in enumerate(shown.heads, 1)
    )
    made.row_dimensions[HEAD_LINES].height = LINE_HEIGHT * lines
    for column, text in enumerate((shown.slug, shown.fingerprint), 1):
        _put(made, 1, column, text).font = SMALL
    for line, row in enumerate(shown.rows, HEAD_LINES + 1):
        for column, (name, value) in enumerate(zip(shown.columns, row, strict=True), 1):
            _cell(made, line, column, name, value, table)
    last = HEAD_LINES + len(shown.rows) + NEW_LINES
    typed = (PERIOD, VALUE, *table.dimensions)
    for line in range(HEAD_LINES + len(shown.rows) + 1, last + 1):
        for column, name in enumerate(shown.columns, 1):
            if name in typed:
                cell = _cell(made, line, column, name, None, table)
                cell.protection, cell.fill = OPEN, TO_CHANGE
    for column, name in enumerate(shown.columns, 1):
        if name in ranges:
            rule = DataValidation(type="list", formula1=ranges[name], allow_blank=True, showErrorMessage=True)
        elif name == VALUE:
            rule = DataValidation(type="decimal", operator="between", formula1="-1E+15", formula2="1E+15", allow_blank=True)
            rule.showErrorMessage = True
        else:
            continue
        letter = get_column_letter(column)
        rule.add(f"{letter}{HEAD_LINES + 1}:{letter}{last}")
        made.add_data_validation(rule)
    made.freeze_panes = made.cell(HEAD_LINES + 1, 2)
    made.auto_filter.ref = f"A3:{get_column_letter(len(shown.columns))}{last}"
    made.print_title_rows = f"1:{HEAD_LINES}"
    made.page_setup.orientation, made.page_setup.fitToHeight = "landscape", 0
    made.sheet_properties.pageSetUpPr.fitToPage = True
    # Without a password: it keeps a slip of the hand away, not a person.
    made.protection.sheet = True
    made.protection.autoFilter = made.protection.formatColumns = made.protection.formatRows = False


def _cell(made: Worksheet, line: int, column: int, name: str, value: Cell, table: Table) -> FileCell:
    if name == VALUE:
        decimals = table.decimals if not isinstance(value, Decimal) else max(0, -value.as_tuple().exponent)
        cell = made.cell(line, column)
        cell.value = value
        cell.number_format = "0" + ("." + "0" * decimals if decimals else "")
        cell.protection, cell.fill = OPEN, TO_CHANGE
        return cell
    if name == PERIOD and isinstance(value, str) and value.isdigit():
        cell = made.cell(line, column)
        cell.value, cell.number_format = int(value), "0"
    else:
        cell = _put(made, line, column, value)
    if not name.endswith(NAME):
        cell.fill = FIXED
    if name in ABOUT:
        cell.font = SMALL
    return cell


def _put(made: Worksheet, line: int, column: int, text: Cell) -> FileCell:
    """A cell of words: never a formula, a number or a date, whatever it looks like."""
    cell = made.cell(line, column)
    cell.number_format = TEXT
    if text is not None:
        cell.value = str(text)
        cell.data_type = "s"
        cell.quotePrefix = True
    return cell


def _packed(book: Workbook) -> bytes:
    """The file with one day for everything in it, in place of the moment at which it is made."""
    written = io.BytesIO()
    book.save(written)
    book.properties.modified = THAT_DAY
    packed = io.BytesIO()
    with zipfile.ZipFile(written) as parts, zipfile.ZipFile(packed, "w") as fixed:
        for part in parts.infolist():
            info = zipfile.ZipInfo(part.filename, THAT_DAY.timetuple()[:6])
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            core = tostring(book.properties.to_tree())
            fixed.writestr(info, core if part.filename == PROPERTIES else parts.read(part))
    return packed.getvalue()
