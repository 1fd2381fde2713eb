"""At the foot of each sheet: address, language, day of the oldest check, helplines, its number and how many there are."""

import printed_pages
import pytest

from rights_kb import numbers
from rights_kb.library import open_library
from rights_kb.site import basis


def told(root, address):
    """What every sheet of the page must say, from the facts."""
    library = open_library(root)
    project = library.project
    language = next((code for code in project.codes if address.startswith(f"{code}/")), project.default)
    slug = address.removeprefix(f"{language}/").removesuffix(".html")
    page, words = library.pages[language, slug], library.words[language]
    lines = [item for item in library.helplines.values() if item.danger]
    days = [basis.law_checked(page, library), basis.figures_checked(page, library), *(item.checked.on for item in lines)]
    (name,) = (choice.name for choice in project.languages if choice.code == language)
    oldest = numbers.day(min(day for day in days if day), words)
    return [f"{project.site_url}{address}", name, oldest, *(f": {item.number}" for item in lines)]


@pytest.mark.parametrize("address", printed_pages.IN_ALL_LANGUAGES)
def test_every_sheet_says_it(printer, root, address):
    found = printed_pages.sheets(printer.pdf(address))
    assert printed_pages.bare_sheets(found, told(root, address)) == []
    for sheet in found:
        assert sheet.size == pytest.approx(printed_pages.A4, abs=1)


def test_kyrgyz_letters_come_out_at_the_foot(printer):
    css = '@page { @bottom-left { content: "ӨөҮүҢң" attr(data-foot) } }'
    assert printed_pages.bare_sheets(printed_pages.sheets(printer.pdf("index.html", spoilt_by=css)), ["ӨөҮүҢңhttps"]) == []


@pytest.mark.parametrize(
    ("css", "missing"),
    [
        ("@page { @bottom-right { content: none } }", "1/"),
        ("@page { @bottom-left { content: none } }", "https://"),
    ],
)
def test_a_sheet_without_a_foot_is_noticed(printer, root, css, missing):
    found = printed_pages.sheets(printer.pdf("help/violence.html", spoilt_by=css))
    wrong = printed_pages.bare_sheets(found, told(root, "help/violence.html"))
    assert any(item.startswith(f"sheet 1: no {missing}") for item in wrong)
