"""A table says what it is about, which head belongs to which cell, and can be scrolled by whoever uses a keyboard."""

from pathlib import Path

import built_pages
import pytest


def unheard(site: Path) -> list[str]:
    """Tables without a caption, heads without a scope, rows without a head, boxes that scroll without a name."""
    found = []
    for page in built_pages.pages(site):
        tree = built_pages.read(site / page)
        for number, table in enumerate(tree.iter("table"), 1):
            where = f"{page}: table {number}"
            if not (table.findtext("caption") or "").strip() and not table.xpath("caption//text()[normalize-space()]"):
                found.append(f"{where} has no caption")
            found += [f"{where}: a head without scope" for _ in table.xpath(".//th[not(@scope)]")]
            found += [f"{where}: a row without head" for _ in table.xpath("tbody/tr[not(th[@scope='row'])]")]
            if not table.xpath("thead/tr/th[@scope='col']"):
                found.append(f"{where} has no heads of columns")
        for box in tree.cssselect(".kb-scroll"):
            label = box.get("aria-labelledby", "")
            named = "".join(tree.xpath("//*[@id=$id]//text()", id=label)).strip()
            if box.get("role") != "region" or box.get("tabindex") != "0" or not named:
                found.append(f"{page}: a box that scrolls is no named region that keys reach")
    return found


def test_every_table_can_be_heard(site):
    assert unheard(site) == []


RIGHT = (
    '<div class="kb-scroll" role="region" tabindex="0" aria-labelledby="c"><table><caption id="c">C</caption>'
    '<thead><tr><th scope="col">A</th></tr></thead><tbody><tr><th scope="row">B</th></tr></tbody></table></div>'
)


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (">C<", "><", ["table 1 has no caption", "a box that scrolls is no named region that keys reach"]),
        (' scope="row"', "", ["table 1: a head without scope", "table 1: a row without head"]),
        ('<th scope="col">A</th>', "", ["table 1 has no heads of columns"]),
        (' tabindex="0"', "", ["a box that scrolls is no named region that keys reach"]),
        ('role="region"', "", ["a box that scrolls is no named region that keys reach"]),
    ],
)
def test_a_table_that_cannot_be_heard_is_found(tmp_path, old, new, told):
    (tmp_path / "a.html").write_text(f"<html><body>{RIGHT}</body></html>", encoding="utf-8")
    (tmp_path / "b.html").write_text(f"<html><body>{RIGHT.replace(old, new)}</body></html>", encoding="utf-8")
    assert unheard(tmp_path) == [f"b.html: {trouble}" for trouble in told]
