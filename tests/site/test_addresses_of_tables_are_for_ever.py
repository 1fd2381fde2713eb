"""Every table has a permanent address: a place that is there, in each language, and that is the same for ever.

`tests/fixtures/permanent-addresses.txt` lists what was promised. A line is added for a new table; none is changed.
"""

import built_pages
import real_guide

from rights_kb.render import tables

PROMISED = (real_guide.ROOT / "tests/fixtures/permanent-addresses.txt").read_text(encoding="utf-8").split()


def broken(site, library):
    """Promised addresses that lead to no table, in any language."""
    found = []
    for language in library.languages:
        for address in PROMISED:
            page, _, anchor = address.partition("#")
            path = site / library.project.folder(language) / page
            if not path.is_file() or not built_pages.read(path).cssselect(f"table#{anchor}"):
                found.append(f"{library.project.folder(language)}{address}")
    return found


def test_every_promised_address_leads_to_its_table(site):
    assert len(PROMISED) == len(set(PROMISED)) and broken(site, real_guide.library()) == []


def test_an_address_that_leads_nowhere_is_found(site, monkeypatch):
    monkeypatch.setitem(globals(), "PROMISED", ["figures/child-labour.html#table-child-labour-of-old", "gone.html#table-x"])
    assert len(broken(site, real_guide.library())) == 2 * len(real_guide.library().languages)


def test_every_table_has_a_promised_address():
    library = real_guide.library()
    base = library.project.absolute("")
    context = real_guide.context(library.project.default)
    homeless = [slug for slug in library.tables if tables.address(slug, context) is None]
    assert homeless == [], "Show each of these tables whole on one page: kb_table(…, about=True)."
    now = {str(tables.address(slug, context)).removeprefix(base) for slug in library.tables}
    assert now == set(PROMISED), "Add the address of a new table to tests/fixtures/permanent-addresses.txt."
