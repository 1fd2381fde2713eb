"""Changes are typed once; the page and the feed of each language are made from them."""

import xml.etree.ElementTree as ET

import pytest

from rights_kb.render import changes
from rights_kb.render.context import Context
from rights_kb.site.feed import feeds

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = """- id: older
  date: 2025-01-02
  pages: [keeping/honey]
  text: {ru: "Старое & <важное>.", en: "Older & <important>."}
- id: newer
  date: 2026-03-04
  pages: [index]
  text: {ru: Новое., en: Newer.}
"""


@pytest.fixture
def context(guide):
    guide.write("data/changes.yml", CHANGES)
    return Context(guide.library(), "en", "keeping/honey")


def test_the_newest_change_comes_first(context):
    assert [item.id for item in changes.newest_first(context)] == ["newer", "older"]


def test_the_feed_is_atom_with_absolute_addresses_and_dates_from_the_data(context):
    feed = ET.fromstring(changes.feed(context, "https://bees.example/en/news.html", "https://bees.example/en/changes.xml"))
    assert feed.find(f"{ATOM}updated").text == "2026-03-04T00:00:00Z"
    entries = feed.findall(f"{ATOM}entry")
    assert [entry.find(f"{ATOM}title").text for entry in entries] == ["Newer.", "Older & <important>."]
    assert entries[1].find(f"{ATOM}id").text == "https://bees.example/en/news.html#change-older"


def test_the_list_escapes_what_comes_from_data(context):
    assert "Older &amp; &lt;important&gt;." in changes.listed(context)


def test_a_guide_without_a_page_of_changes_has_no_feed(guide):
    guide.write("data/changes.yml", CHANGES)
    assert feeds(guide.library()) == {}


def test_each_language_has_a_feed_beside_its_home_page(guide):
    guide.write("data/changes.yml", CHANGES)
    for language in ("ru", "en"):
        file = f"content/{language}/index.md"
        guide.write(file, guide.text(file) + "\n{{ kb_changes() }}\n")
    assert sorted(feeds(guide.library())) == ["changes.xml", "en/changes.xml"]


HISTORY = """revisions:
  - {date: 2025-01-10, what: published, reason: {ru: Впервые., en: For the first time.}}
  - {date: 2026-02-03, what: corrected, reason: {ru: Ошибка & опечатка., en: A mistake & a slip.}}
observations:
"""


@pytest.fixture
def with_history(guide):
    """A guide with changes of its own and a table whose figures were corrected since it was published."""
    guide.write("data/changes.yml", CHANGES)
    guide.change("data/tables/honey.yml", "observations:\n", HISTORY)
    for language, word in (("ru", "исправлено"), ("en", "figures corrected")):
        guide.change(f"data/words/{language}.yml", "labels: {", f"labels: {{revision_corrected: {word}, ")
        guide.add(f"content/{language}/keeping/honey.md", '\n{{ kb_table("honey", about=True) }}')
    return Context(guide.library(), "en", "index")


def test_what_was_done_to_a_table_since_it_was_published_is_a_change(with_history):
    assert [item.id for item in changes.newest_first(with_history)] == ["newer", "table-honey-1", "older"]
    shown = changes.listed(with_history)
    assert "<p>Honey gathered: figures corrected. A mistake &amp; a slip.</p>" in shown
    assert '<a href="keeping/honey.html">Honey</a>' in shown


def test_what_was_done_to_a_table_is_in_the_feed(with_history):
    feed = ET.fromstring(
        changes.feed(with_history, "https://bees.example/en/news.html", "https://bees.example/en/changes.xml")
    )
    entry = feed.findall(f"{ATOM}entry")[1]
    assert entry.find(f"{ATOM}id").text == "https://bees.example/en/news.html#change-table-honey-1"
    assert entry.find(f"{ATOM}updated").text == "2026-02-03T00:00:00Z"


def test_that_a_table_was_published_is_no_change_of_its_own(with_history):
    assert "For the first time." not in changes.listed(with_history)
