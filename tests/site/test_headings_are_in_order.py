"""Headings make an outline: one of the first level, none that skips a level, none empty."""

from pathlib import Path

import built_pages
import pytest

LEVELS = ("h1", "h2", "h3", "h4", "h5", "h6")


def out_of_order(site: Path) -> list[str]:
    """Headings that break the outline of their page."""
    found = []
    for page in built_pages.pages(site):
        before = 0
        for heading in built_pages.read(site / page).iter(*LEVELS):
            level = int(heading.tag[1])
            if level > before + 1 or (level == 1 and before):
                found.append(f"{page}: {heading.tag} behind h{before}: {heading.text_content().strip()[:40]}")
            if not heading.text_content().strip():
                found.append(f"{page}: an empty {heading.tag}")
            before = level
    return found


def test_headings_are_in_order(site):
    assert out_of_order(site) == []


@pytest.mark.parametrize(
    ("headings", "told"),
    [
        ("<h1>A</h1><h3>B</h3>", "h3 behind h1: B"),
        ("<h1>A</h1><h2>B</h2><h1>C</h1>", "h1 behind h2: C"),
        ("<h2>A</h2>", "h2 behind h0: A"),
        ("<h1> </h1>", "an empty h1"),
    ],
)
def test_a_heading_out_of_order_is_found(tmp_path, headings, told):
    (tmp_path / "a.html").write_text(f"<html><body>{headings}</body></html>", encoding="utf-8")
    assert out_of_order(tmp_path) == [f"a.html: {told}"]
