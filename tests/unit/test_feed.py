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
