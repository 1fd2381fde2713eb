"""A page is printed black on white, also from a phone that shows it light on dark."""

import printed_pages
import pytest


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("address", ["help/violence.html", "figures/violence.html"])
def test_it_is_black_on_white(printer, address, scheme):
    assert printed_pages.coloured(printer.pdf(address, scheme=scheme)) == []


@pytest.mark.parametrize(
    ("css", "told"),
    [
        ("h1 { color: #a00 !important }", "has colours"),
        (".md-content { background: #333 !important; print-color-adjust: exact }", "is dark"),
    ],
)
def test_colour_is_noticed(printer, css, told):
    wrong = printed_pages.coloured(printer.pdf("help/violence.html", spoilt_by=css))
    assert any(item.endswith(told) for item in wrong)
