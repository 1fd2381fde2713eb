"""A table goes into a spreadsheet and back: only figures come in, and what does not fit is refused with its cell."""

import os
import re
import shutil
import subprocess
import zipfile

import openpyxl
import pytest
from openpyxl.utils import get_column_letter

from rights_kb.cli import main

TABLE = "data/tables/honey.yml"
COLUMNS = ("period", "region", "region: name", "value", "approximate", "status", "note", "absent", "source", "checked")
VALUE = get_column_letter(COLUMNS.index("value") + 1)


def kb(guide, *arguments):
    return main(["--root", str(guide.root), "table", *map(str, arguments)])


@pytest.fixture
def sent(guide, capsys):
    """The table about honey as it was exported."""
    file = guide.root / "honey.xlsx"
    assert kb(guide, "export", "honey", "--xlsx", "--to", file) == 0
    capsys.readouterr()
    return file


class Book:
    """The exported file opened, changed and saved, as somebody would do it in Excel."""

    def __init__(self, file):
        self.file = file
        self.book = openpyxl.load_workbook(file)
        self.sheet = self.book["figures"]

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.book.save(self.file)

    def __setitem__(self, cell, value):
        self.sheet[cell] = value


def test_the_sheet_shows_every_figure_with_its_codes_and_names(sent):
    sheet = openpyxl.load_workbook(sent)["figures"]
    lines = list(sheet.iter_rows(min_row=2, max_row=9, values_only=True))
    assert lines[0] == COLUMNS
    assert lines[1][:4] == ("Период / Period", "Край / Region (код / code)", "Край / Region", "Число / Figure")
    assert [line[:4] for line in lines[2:]] == [
        (2023, "all", "Все края / All regions", 50),
        (2023, "north", "Север / North", 20),
        (2023, "south", "Юг / South", 30),
        (2024, "all", "Все края / All regions", 60),
        (2024, "north", "Север / North", 25),
        (2024, "south", "Юг / South", 35),
    ]
    assert lines[6][6] == "Поздняя весна. / A late spring."
    assert sheet.freeze_panes == "B4"


def test_figures_keep_their_decimals_and_only_they_are_open(guide, capsys):
    file = guide.root / "hives.xlsx"
    kb(guide, "export", "hives", "--xlsx", "--to", file)
    sheet = openpyxl.load_workbook(file)["figures"]
    assert sheet[f"{VALUE}4"].number_format == "0.0"
    assert sheet.protection.sheet
    open_cells = {cell.column_letter for row in sheet.iter_rows(max_row=6) for cell in row if not cell.protection.locked}
    assert open_cells == {VALUE}
    assert sheet[f"{VALUE}6"].value is None
    assert sheet["H6"].value == "Ещё не считали. / Not counted yet."


def test_the_first_sheet_explains_the_work_in_every_language(sent):
    sheet = openpyxl.load_workbook(sent)["read-me"]
    said = [cell.value for cell in sheet["A"]]
    assert "Собранный мёд" in said and "Honey gathered" in said
    assert sum(text is not None and text.startswith("1. ") for text in said) == 2


def test_the_same_table_gives_the_same_bytes(guide, sent, monkeypatch):
    monkeypatch.setenv("TZ", "Asia/Bishkek")
    again = guide.root / "again.xlsx"
    kb(guide, "export", "honey", "--xlsx", "--to", again)
    assert again.read_bytes() == sent.read_bytes()
    with zipfile.ZipFile(again) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.read("docProps/core.xml").count(b"1980-01-01T00:00:00Z") == 2


def test_a_file_that_exists_is_not_overwritten(guide, sent, capsys):
    before = sent.read_bytes()
    assert kb(guide, "export", "honey", "--xlsx", "--to", sent) == 2
    assert "honey.xlsx exists already" in capsys.readouterr().err
    assert sent.read_bytes() == before


def test_an_unknown_table_is_not_exported(guide, capsys):
    assert kb(guide, "export", "hony", "--xlsx", "--to", guide.root / "x.xlsx") == 2
    assert "There is no table `hony`. Write one of: honey." in capsys.readouterr().err


def test_a_guide_without_the_words_is_told_what_to_write(guide, capsys):
    text = guide.text("data/words/ru.yml")
    guide.write("data/words/ru.yml", re.sub(r"^spreadsheet:\n(  .*\n)+", "", text, flags=re.MULTILINE))
    assert kb(guide, "export", "honey", "--xlsx", "--to", guide.root / "x.xlsx") == 2
    assert "data/words/ru.yml: the words of spreadsheets are missing" in capsys.readouterr().err


def test_words_that_look_like_a_formula_stay_words(guide, capsys):
    guide.change(TABLE, "Поздняя весна.", '"=1+1"')
    file = guide.root / "x.xlsx"
    kb(guide, "export", "honey", "--xlsx", "--to", file)
    cell = openpyxl.load_workbook(file)["figures"]["G8"]
    assert (cell.value, cell.data_type) == ("=1+1 / A late spring.", "s")
    assert kb(guide, "import", file) == 0


def test_a_file_that_nobody_changed_changes_nothing(guide, sent, capsys):
    before = guide.text(TABLE)
    assert kb(guide, "import", sent, "--write") == 0
    assert "6 figures of the file belong to it; none differs." in capsys.readouterr().out
    assert guide.text(TABLE) == before


def test_a_file_that_another_program_saved_changes_nothing(guide, sent, capsys):
    with Book(sent):
        pass
    assert kb(guide, "import", sent) == 0


def test_each_difference_is_shown_with_line_and_cell_and_nothing_is_written(guide, sent, capsys):
    with Book(sent) as book:
        book[f"{VALUE}8"] = 26
        book[f"{VALUE}9"] = None
        book["A10"], book["B10"], book[f"{VALUE}10"] = "2025", "south", 37
    before = guide.text(TABLE)
    assert kb(guide, "import", sent) == 1
    said = capsys.readouterr().out
    changed, gone = (guide.line(TABLE, text) for text in ("{period: 2024, region: north", "{period: 2024, region: south"))
    assert f"{TABLE}:{changed}  changed  2024, region north (cell D8): 25 → 26 (look at its note `late`)" in said
    assert f"{TABLE}:{gone}  gone     2024, region south: not in the file." in said
    assert f"{TABLE}  new      2025, region south (cell D10): → 37" in said
    assert "1 new, 1 changed, 1 gone" in said
    assert guide.text(TABLE) == before


def test_only_the_values_are_written_and_a_second_import_changes_nothing(guide, sent, capsys):
    with Book(sent) as book:
        book[f"{VALUE}7"] = 61
        book["A10"], book["B10"], book[f"{VALUE}10"] = 2025, "north", 27.0
    before = guide.text(TABLE)
    assert kb(guide, "import", sent, "--write") == 0
    after = before.replace("value: 60}", "value: 61}") + "  - {period: 2025, region: north, value: 27}\n"
    assert guide.text(TABLE) == after
    capsys.readouterr()
    assert kb(guide, "import", sent, "--write") == 0
    assert "none differs" in capsys.readouterr().out
    assert guide.text(TABLE) == after


def test_a_sorted_sheet_is_the_same_sheet(guide, sent, capsys):
    with Book(sent) as book:
        rows = [[cell.value for cell in row] for row in book.sheet["A4:J9"]]
        for number, row in enumerate(reversed(rows), 4):
            for column, value in enumerate(row, 1):
                book.sheet.cell(number, column).value = value
    assert kb(guide, "import", sent) == 0


def test_what_a_double_makes_of_a_decimal_is_that_decimal(guide, capsys):
    """Excel writes 1.1 as 1.1000000000000001: the same number to a computer."""
    file = guide.root / "hives.xlsx"
    kb(guide, "export", "hives", "--xlsx", "--to", file)
    with Book(file) as book:
        book[f"{VALUE}4"], book[f"{VALUE}5"] = 12.1, 87.9
    with zipfile.ZipFile(file) as parts:
        found = {part: parts.read(part) for part in parts.namelist()}
    assert b"<v>12.1</v>" in found[FIGURES]
    found[FIGURES] = found[FIGURES].replace(b"<v>12.1</v>", b"<v>12.1000000000000001</v>")
    pack(file, found)
    kb(guide, "import", file, "--write")
    assert "hive: log, value: 12.1}" in guide.text("data/tables/hives.yml")


def test_a_table_that_changed_meanwhile_is_not_overwritten(guide, sent, capsys):
    with Book(sent) as book:
        book[f"{VALUE}8"] = 26
    guide.change(TABLE, "region: south, value: 35", "region: south, value: 36")
    before = guide.text(TABLE)
    assert kb(guide, "import", sent, "--write") == 2
    said = capsys.readouterr().err
    assert "honey.xlsx: `honey` has changed since this file was exported. Export it again" in said
    assert guide.text(TABLE) == before


def test_a_figure_for_an_absence_over_several_lines_is_not_written(guide, capsys):
    file = guide.root / "hives.xlsx"
    kb(guide, "export", "hives", "--xlsx", "--to", file)
    with Book(file) as book:
        book[f"{VALUE}6"] = 11.5
    before = guide.text("data/tables/hives.yml")
    assert kb(guide, "import", file, "--write") == 2
    assert "hives.yml:17  an observation over several lines. Write it in one line" in capsys.readouterr().err
    assert guide.text("data/tables/hives.yml") == before


def test_a_figure_of_another_source_says_so(guide, capsys):
    guide.change(TABLE, "region: south, value: 35", "region: south, value: 34, source: [bee-book]")
    file = guide.root / "x.xlsx"
    kb(guide, "export", "honey", "--xlsx", "--to", file)
    with Book(file) as book:
        book[f"{VALUE}9"] = 35
    kb(guide, "import", file)
    assert "34 → 35 (look at its source: bee-book)" in capsys.readouterr().out


def pack(file, found):
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        for name, raw in found.items():
            parts.writestr(name, raw)


def cell(name, value, shape=None):
    """A mistake: a value typed into a cell."""

    def make(book):
        book[name] = value
        if shape:
            book.sheet[name].number_format = shape

    return make


def several(*mistakes):
    def make(book):
        for mistake in mistakes:
            mistake(book)

    return make


def rename_column(book):
    book["D2"] = "figure"


def drop_column(book):
    book.sheet.delete_cols(5)


def add_column(book):
    book["K2"], book["K5"] = "mine", "?"


def hide_line(book):
    book["D8"] = 26
    book.sheet.row_dimensions[8].hidden = True


def hide_column(book):
    book["D8"] = 26
    book.sheet.column_dimensions["D"].hidden = True


def repeat_line(book):
    for column in "ABD":
        book[f"{column}10"] = book.sheet[f"{column}9"].value


def another_sheet(book):
    book.book.create_sheet("mine")["A1"] = 1


WRONG = {
    "a share with its sign": (cell("D8", "12,4%"), "Sheet 'figures', cell D8: '12,4%' is not a number. Write 12.4."),
    "a number typed as text": (cell("D8", "26"), "cell D8: '26' is not a number. Write 26 as a number, not as text."),
    "words": (cell("D8", "many"), "cell D8: 'many' is not a number. Write a number, or leave the cell empty."),
    "a dash": (cell("D8", "–"), "cell D8: '–' is not a number."),
    "a formula": (cell("D8", "=SUM(D9:D10)"), "cell D8: '=SUM(D9:D10)' is a formula"),
    "a formula in a note": (cell("G8", "=1+1"), "cell G8: '=1+1' is a formula"),
    "a formula in a name": (cell("C8", '=HYPERLINK("http://x")'), "cell C8: '=HYPERLINK"),
    "a formula in the head": (cell("C1", "=1+1"), "cell C1: '=1+1' is a formula"),
    "an error": (cell("D8", "#DIV/0!"), "cell D8: '#DIV/0!' is not a number."),
    "true": (cell("D8", True), "cell D8: 'TRUE' is not a number."),
    "a day for a figure": (
        cell("D8", 45000, "yyyy-mm-dd"),
        "cell D8: a date (2023-03-15) was made of the figure. Format the cell as a number",
    ),
    "a day for a period": (cell("A8", 45000, "yyyy-mm-dd"), "cell A8: a date (2023-03-15) was made of the period."),
    "a day for a code": (cell("B8", 45000, "yyyy-mm-dd"), "cell B8: a date (2023-03-15) was made of the code."),
    "a per cent cell": (cell("D8", 0.26, "0%"), "cell D8: '26%' is shown as a per cent, so it counts as 0.26."),
    "more decimals": (cell("D8", 25.25), "cell D8: '25.25' has 2 decimals; the table is published with 0."),
    "an endless number": (cell("D8", 1e300), "cell D8: '1e+300' is no figure of a table."),
    "an unknown code": (cell("B8", "nort"), "cell B8: 'nort' is no code of `region`. Write north."),
    "a name for a code": (cell("B8", "Юг"), "cell B8: 'Юг' is no code of `region`. Write south."),
    "a name of another code": (cell("C8", "Юг / South"), "cell C8: 'Юг / South' is not the name of `north`"),
    "no period": (cell("A8", None), "cell A8: the period is missing. Write a year such as 2025."),
    "a period that is none": (cell("A8", "soon"), "cell A8: 'soon' is no period."),
    "half a year": (cell("A8", 2024.5), "cell A8: '2024.5' is no period."),
    "the same figure twice": (repeat_line, "cell A10: the figure of line 9 stands here again."),
    "another status": (cell("F8", "disputed"), f"`status` is changed in {TABLE}."),
    "a note of one's own": (cell("G9", "A warm autumn."), "cell G9: 'A warm autumn.' was an empty cell when the table"),
    "a note for a new figure": (
        several(cell("A10", 2025), cell("B10", "all"), cell("D10", 1), cell("G10", "New.")),
        "cell G10: 'New.' does not come in with a spreadsheet.",
    ),
    "a column renamed": (rename_column, "cell D2: 'figure' is not the column `value`."),
    "a column removed": (drop_column, "cell E2: 'status' is not the column `approximate`."),
    "a column added": (add_column, "cell K2: 'mine' this column is not one of the table's. Remove the column."),
    "something beside the table": (cell("L5", "?"), "cell L5: '?' stands outside the table. Empty this cell."),
    "merged cells": (lambda book: book.sheet.merge_cells("B5:C6"), "cells B5:C6: they are merged."),
    "a hidden line": (hide_line, "cell D8: '26' stands in a hidden line or column."),
    "a hidden column": (hide_column, "cell D8: '26' stands in a hidden line or column."),
    "a hidden sheet": (lambda book: setattr(book.sheet, "sheet_state", "hidden"), "Sheet 'figures': it is hidden."),
    "a sheet of one's own": (another_sheet, "Sheet 'mine': it does not belong to the table. Remove it."),
    "another name of the sheet": (lambda book: setattr(book.sheet, "title", "Лист1"), "there is no sheet 'figures'"),
    "a cell far away": (cell("XFD1000000", 1), "Sheet 'figures': it reaches to cell XFD1000000."),
    "another table": (cell("A1", "wax"), "There is no table `wax`."),
    "no table": (cell("A1", None), "cell A1: the name of the table is missing."),
    "a path for a table": (cell("A1", "../tables/honey"), "There is no table `../tables/honey`."),
}


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_refused_with_its_cell_and_nothing_is_written(guide, sent, capsys, case):
    mistake, said = WRONG[case]
    before = guide.text(TABLE)
    with Book(sent) as book:
        mistake(book)
    assert kb(guide, "import", sent, "--write") == 2
    assert said in capsys.readouterr().err
    assert guide.text(TABLE) == before
    assert sorted(path.name for path in (guide.root / "data/tables").iterdir()) == ["hives.yml", "honey.yml"]


def test_every_mistake_is_told_at_once(guide, sent, capsys):
    with Book(sent) as book:
        book["D5"], book["B6"], book["D8"], book["F9"] = "many", "west", "=1", "?"
    assert kb(guide, "import", sent) == 2
    said = capsys.readouterr().err
    assert all(f"cell {name}:" in said for name in ("D5", "B6", "D8", "F9"))


FIGURES = "xl/worksheets/sheet2.xml"
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


def with_part(name, raw):
    def make(file):
        with zipfile.ZipFile(file) as parts:
            found = {part: parts.read(part) for part in parts.namelist()}
        found[name] = raw(found.get(name, b""))
        pack(file, found)

    return make


def as_macro_workbook(file):
    with_part(
        "[Content_Types].xml", lambda raw: raw.replace(b"spreadsheetml.sheet.main", b"ms-excel.sheet.macroEnabled.main")
    )(file)


def as_text(text):
    return lambda file: file.write_bytes(text)


WRONG_FILES = {
    "truncated": (lambda file: file.write_bytes(file.read_bytes()[:-2000]), "it is broken or cut off"),
    "empty": (as_text(b""), "it is no .xlsx file, or only a part of one"),
    "words": (as_text(b"period;value\n2023;50\n"), "it is no .xlsx file"),
    "an old .xls": (as_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)), "an old Excel file (.xls)"),
    "a password": (
        as_text(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")),
        "it has a password. Save it as .xlsx without one.",
    ),
    "macros": (with_part("xl/vbaProject.bin", lambda raw: b"macro"), "it holds macros. Save it as .xlsx"),
    "a workbook for macros": (as_macro_workbook, "it holds macros"),
    "links to other files": (with_part("xl/externalLinks/externalLink1.xml", lambda raw: b"<x/>"), "links to other files"),
    "embedded files": (with_part("xl/embeddings/oleObject1.bin", lambda raw: b"x"), "it holds embedded files"),
    "a zip bomb": (with_part("xl/media/big.bin", lambda raw: bytes(60 * 2**20)), "grows to 60 MB when unpacked"),
    "entities": (
        with_part("xl/sharedStrings.xml", lambda raw: ENTITIES + raw.partition(b"?>")[2]),
        "it declares a document type or entities",
    ),
    "entities in another encoding": (
        with_part("xl/sharedStrings.xml", lambda raw: (ENTITIES[21:] + b"<x/>").decode().encode("utf-16")),
        "it declares a document type or entities",
    ),
    "half a part": (with_part("xl/workbook.xml", lambda raw: raw[:100]), "a part of it is no whole XML"),
    "a cell without a name": (with_part(FIGURES, lambda raw: raw.replace(b'r="A4"', b'r="4A"')), "it cannot be read"),
    "what arithmetic left": (
        with_part(FIGURES, lambda raw: raw.replace(b"<v>25</v>", b"<v>25.000000000000004</v>")),
        "cell D8: '25.000000000000004' is what arithmetic left of 25. Write 25.",
    ),
    "another archive": (lambda file: pack(file, {"[Content_Types].xml": b"<x/>", "a.txt": b"a"}), "it is no Excel workbook"),
}


@pytest.mark.parametrize("case", WRONG_FILES)
def test_a_file_that_is_no_plain_workbook_is_refused(guide, sent, capsys, case):
    spoil, said = WRONG_FILES[case]
    before = guide.text(TABLE)
    spoil(sent)
    assert kb(guide, "import", sent, "--write") == 2
    assert said in capsys.readouterr().err
    assert guide.text(TABLE) == before


def test_a_file_that_is_missing_is_told(guide, capsys):
    assert kb(guide, "import", guide.root / "nowhere.xlsx") == 2
    assert "nowhere.xlsx: No such file or directory." in capsys.readouterr().err


def as_csv(sent, separator=";", encoding="utf-8-sig"):
    """The sheet of figures as Excel saves it in a country with decimal commas."""
    lines = openpyxl.load_workbook(sent)["figures"].iter_rows(values_only=True)
    text = "".join(separator.join("" if cell is None else str(cell) for cell in line) + "\r\n" for line in lines)
    file = sent.with_suffix(".csv")
    file.write_bytes(text.encode(encoding))
    return file


@pytest.mark.parametrize("separator", [";", "\t"])
def test_a_csv_that_excel_saved_is_read_too(guide, sent, capsys, separator):
    file = as_csv(sent, separator)
    assert kb(guide, "import", file) == 0
    file.write_bytes(file.read_bytes().replace(f"{separator}25{separator}".encode(), f"{separator}26,0{separator}".encode()))
    assert kb(guide, "import", file, "--write") == 0
    assert "{period: 2024, region: north, value: 26, note: late}" in guide.text(TABLE)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (";25;", ";=cmd|' /C calc'!A0;", "cell D8: '=cmd|' /C calc'!A0' is a formula"),
        (";25;", ";@SUM(1);", "cell D8: '@SUM(1)' is a formula"),
        (";25;", ";+1+1;", "cell D8: '+1+1' is a formula"),
        ("Поздняя весна. / A late spring.", "=cmd", "cell G8: '=cmd' is a formula"),
        (";25;", ";1.000,5;", "cell D8: '1.000,5' is not a number."),
        (";25;", ';"25;', "it is no whole CSV"),
    ],
)
def test_a_csv_with_what_does_not_fit_is_refused(guide, sent, capsys, old, new, said):
    file = as_csv(sent)
    text = file.read_text(encoding="utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), encoding="utf-8")
    before = guide.text(TABLE)
    assert kb(guide, "import", file, "--write") == 2
    assert said in capsys.readouterr().err
    assert guide.text(TABLE) == before


def test_a_csv_of_an_old_encoding_is_refused(guide, sent, capsys):
    assert kb(guide, "import", as_csv(sent, encoding="cp1251")) == 2
    assert "it is not UTF-8. Save it as .xlsx, or as “CSV UTF-8”." in capsys.readouterr().err


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not on this computer")
def test_what_libreoffice_saved_changes_nothing(guide, sent, tmp_path, capsys):
    command = ["soffice", "--headless", "--convert-to", "xlsx", "--outdir", tmp_path / "saved", sent]
    subprocess.run(command, check=True, capture_output=True, env={**os.environ, "HOME": str(tmp_path)})
    saved = tmp_path / "saved" / sent.name
    assert saved.read_bytes() != sent.read_bytes()
    assert kb(guide, "import", saved) == 0
