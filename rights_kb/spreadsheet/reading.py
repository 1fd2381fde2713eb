"""The cells of a spreadsheet file that somebody sent, as they were typed: .xlsx, or CSV as Excel saves it.

The file is not trusted: it is looked at before it is opened, and nothing in it is ever worked out or fetched.
"""

from __future__ import annotations

import csv
import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from xml.etree.ElementTree import ParseError
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler

import defusedxml.sax
from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rights_kb.problem import Refused
from rights_kb.spreadsheet.layout import CODES, FIGURES, READ_ME

# A table of 20,000 figures takes some 20 MB unpacked, and a hundredth of that is usual.
LARGEST_FILE, LARGEST_UNPACKED, MOST_PARTS = 16 * 2**20, 48 * 2**20, 500
MOST_LINES, MOST_COLUMNS = 50_000, 100
OLD_FORMAT = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP = b"PK\x03\x04"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
# What a table of figures never needs: part of the file → what it is.
UNWANTED = {
    "vbaproject": "macros",
    "macrosheets/": "macros",
    "externallinks/": "links to other files",
    "embeddings/": "embedded files",
    "activex/": "embedded programs",
    "connections.xml": "connections to other data",
    "querytables/": "connections to other data",
}
# Excel, LibreOffice and others begin a formula with these in a text file; a lone minus begins a number.
FORMULA_STARTS = ("=", "+", "@", "\t", "\r")
NUMBER, WORDS, EMPTY, FORMULA, DAY, TRUTH, ERROR = "number", "words", "empty", "formula", "day", "truth", "error"


@dataclass(frozen=True)
class Typed:
    """What stands in one cell: its kind, the text of it, and how it is shown."""

    kind: str
    text: str = ""
    percent: bool = False


@dataclass(frozen=True)
class Line:
    number: int
    cells: tuple[Typed, ...]
    hidden: bool = False


@dataclass(frozen=True)
class Cells:
    """The lines of the sheet of figures. In a text file each figure is words, with a decimal comma where `comma` says so."""

    file: str
    lines: tuple[Line, ...]
    text_file: bool = False
    comma: bool = False
    hidden_columns: frozenset[int] = field(default_factory=frozenset)

    def place(self, line: int, column: int) -> str:
        """The name of a cell (column from 0): "Sheet 'figures', cell D7", as a spreadsheet program shows it."""
        return f"Sheet '{FIGURES}', cell {get_column_letter(column + 1)}{line}"


def read(path: Path) -> Cells:
    """The cells of a file. Raises Refused, with every reason that can be told at once."""
    try:
        size = path.stat().st_size
        raw = path.read_bytes() if size <= LARGEST_FILE else b""
    except OSError as error:
        raise Refused(f"{path}: {error.strerror}. Name the file that somebody sent back.") from error
    if size > LARGEST_FILE:
        raise Refused(f"{path.name}: larger than {LARGEST_FILE // 2**20} MB. Send back the file that was exported.")
    if raw.startswith(OLD_FORMAT):
        if ENCRYPTED in raw:
            raise Refused(f"{path.name}: it has a password. Save it as .xlsx without one.")
        raise Refused(f"{path.name}: an old Excel file (.xls). Save it as .xlsx (Excel workbook).")
    if raw.startswith(ZIP):
        return _workbook(path.name, raw)
    if path.suffix.lower() == ".csv":
        return _csv(path.name, raw)
    raise Refused(f"{path.name}: it is no .xlsx file, or only a part of one. Save it as .xlsx (Excel workbook) again.")


def _workbook(file: str, raw: bytes) -> Cells:
    _look_at_parts(file, raw)
    try:
        with warnings.catch_warnings():
            # What it warns of (looks, validations of a newer Excel) does not touch the cells.
            warnings.simplefilter("ignore")
            book = load_workbook(io.BytesIO(raw), data_only=False, keep_links=False)
    except Exception as error:
        # A file from outside can break the reader in any way; whichever it is, it cannot be read.
        raise Refused(f"{file}: it cannot be read ({type(error).__name__}: {error}). Save it as .xlsx again.") from error
    problems = []
    if FIGURES not in book.sheetnames:
        raise Refused(f"{file}: there is no sheet '{FIGURES}'. Use a file made by `kb table export`.")
    made = book[FIGURES]
    for name in book.sheetnames:
        if name not in (READ_ME, FIGURES, CODES) and not _is_empty(book[name]):
            problems.append(f"Sheet '{name}': it does not belong to the table. Remove it.")
    if made.sheet_state != "visible":
        problems.append(f"Sheet '{FIGURES}': it is hidden. Show it, and look at it.")
    if made.max_row > MOST_LINES or made.max_column > MOST_COLUMNS:
        far = f"{get_column_letter(made.max_column)}{made.max_row}"
        problems.append(f"Sheet '{FIGURES}': it reaches to cell {far}. Delete the empty lines and columns behind the table.")
    for merged in sorted(map(str, made.merged_cells.ranges)):
        problems.append(
            f"Sheet '{FIGURES}', cells {merged}: they are merged. Unmerge them; each figure has a cell of its own."
        )
    if problems:
        raise Refused("\n".join(problems))
    hidden = {
        number - 1
        for dimension in made.column_dimensions.values()
        if dimension.hidden
        for number in range(dimension.min or 1, min(dimension.max or 1, MOST_COLUMNS) + 1)
    }
    return Cells(file, tuple(_lines(made)), hidden_columns=frozenset(hidden))


def _is_empty(sheet: object) -> bool:
    if not isinstance(sheet, Worksheet) or sheet.max_row > MOST_LINES or sheet.max_column > MOST_COLUMNS:
        return False
    return all(value is None for row in sheet.iter_rows(values_only=True) for value in row)


def _lines(made: Worksheet) -> Iterator[Line]:
    heights = made.row_dimensions
    for number, row in enumerate(made.iter_rows(), 1):
        yield Line(number, tuple(map(_typed, row)), number in heights and bool(heights[number].hidden))


def _typed(cell) -> Typed:
    value = cell.value
    percent = cell.number_format is not None and "%" in cell.number_format
    if value is None or value == "":
        return Typed(EMPTY)
    if cell.data_type == "f":
        return Typed(FORMULA, str(getattr(value, "text", None) or value))
    if cell.data_type == "e":
        return Typed(ERROR, str(value))
    if isinstance(value, bool):
        return Typed(TRUTH, str(value).upper())
    if isinstance(value, date | datetime | time | timedelta):
        return Typed(DAY, str(value.date() if isinstance(value, datetime) and value.time() == time() else value))
    if isinstance(value, int | float):
        return Typed(NUMBER, repr(value), percent)
    text = str(value)
    if not text.strip():
        return Typed(EMPTY)
    return Typed(FORMULA, text) if _is_formula(text) else Typed(WORDS, text)


def _is_formula(text: str) -> bool:
    digits = text.lstrip("+-").replace(",", "").replace(".", "").replace(" ", "")
    if text.startswith(("+", "-")) and digits.isdigit():
        return False
    return text.startswith(FORMULA_STARTS) or (text.startswith("-") and len(text) > 1 and not text[1].isspace())


def _look_at_parts(file: str, raw: bytes) -> None:
    """Raise Refused for what may not be opened at all: bombs, programs, entities, what is broken or not a workbook."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            found = parts.infolist()
            unpacked = sum(part.file_size for part in found)
            if unpacked > LARGEST_UNPACKED or len(found) > MOST_PARTS:
                raise Refused(f"{file}: it grows to {unpacked // 2**20} MB when unpacked. Do not trust this file.")
            if any(part.flag_bits & 1 for part in found):
                raise Refused(f"{file}: it has a password. Save it as .xlsx without one.")
            names = [part.filename for part in found]
            if "xl/workbook.xml" not in names:
                raise Refused(f"{file}: it is no Excel workbook. Save it as .xlsx (Excel workbook).")
            lower = [name.lower() for name in names]
            unwanted = {what for sign, what in UNWANTED.items() if any(sign in name for name in lower)}
            if b"macroenabled" in parts.read("[Content_Types].xml").lower():
                unwanted.add("macros")
            if unwanted:
                told = " and ".join(sorted(unwanted))
                raise Refused(f"{file}: it holds {told}. Save it as .xlsx (Excel workbook) without them.")
            for name in names:
                if name.endswith((".xml", ".rels")):
                    with parts.open(name) as part:
                        defusedxml.sax.parse(part, ContentHandler(), forbid_dtd=True)
    except DefusedXmlException as error:
        raise Refused(
            f"{file}: it declares a document type or entities, which no spreadsheet program writes. Do not trust this file."
        ) from error
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        LookupError,
        OSError,
        RuntimeError,
        ValueError,
    ) as error:
        raise Refused(f"{file}: it is broken or cut off ({error}). Save it as .xlsx again, or send it again.") from error
    except (SAXParseException, ParseError) as error:
        raise Refused(f"{file}: a part of it is no whole XML ({error}). Save it as .xlsx again.") from error


def _csv(file: str, raw: bytes) -> Cells:
    try:
        text = raw.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise Refused(f"{file}: it is not UTF-8. Save it as .xlsx, or as “CSV UTF-8”.") from error
    if "\0" in text:
        raise Refused(f"{file}: it is no text. Save it as .xlsx, or as “CSV UTF-8”.")
    first = text.partition("\n")[0]
    separator = max(";,\t", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error as error:
        raise Refused(f"{file}: it is no whole CSV ({error}). Save it as .xlsx, or as “CSV UTF-8”.") from error
    if len(rows) > MOST_LINES or max(map(len, rows), default=0) > MOST_COLUMNS:
        raise Refused(f"{file}: it is larger than any table. Delete the empty lines and columns behind the table.")
    lines = (Line(number, tuple(map(_of_text, row))) for number, row in enumerate(rows, 1))
    return Cells(file, tuple(lines), text_file=True, comma=separator != ",")


def _of_text(text: str) -> Typed:
    if not text.strip():
        return Typed(EMPTY)
    return Typed(FORMULA, text) if _is_formula(text) else Typed(WORDS, text)
