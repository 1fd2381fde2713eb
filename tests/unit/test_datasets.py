"""What search engines for data read is complete for every table, and no text of the data can end its script element."""

import dataclasses
import json
import re
from decimal import Decimal

import pytest
import real_guide

from rights_kb.models import Text
from rights_kb.render import datasets, tidy
from rights_kb.render.context import Context
from rights_kb.site.downloads import table_files

LIBRARY = real_guide.library()
of_every_language = pytest.mark.parametrize("language", LIBRARY.languages)
# What schema.org and the search for data sets ask for.
WANTED = {
    "@type", "@id", "url", "name", "description", "inLanguage", "temporalCoverage", "spatialCoverage", "variableMeasured",
    "license", "creator", "publisher", "isBasedOn", "distribution", "dateModified",
}  # fmt: skip
INTERVAL = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?(/[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?)?")


def found(language):
    """The data sets of all pages of a language."""
    made = []
    for code, slug in LIBRARY.pages:
        texts = datasets.of_page(LIBRARY.pages[code, slug], Context(LIBRARY, code, slug)) if code == language else {}
        for anchor, text in texts.items():
            made.append(json.loads(text))
            assert made[-1]["@context"] == "https://schema.org/"
            assert made[-1]["@id"].endswith(f"#{anchor}")
    return made


@of_every_language
def test_every_table_is_told_once_with_all_that_is_asked_for(language):
    graph = found(language)
    assert sorted(entry["@id"].rpartition("#table-")[2] for entry in graph) == sorted(LIBRARY.tables)
    for entry in graph:
        assert WANTED <= set(entry), entry["@id"]
        assert len(entry["description"]) >= 50, entry["@id"]
        assert INTERVAL.fullmatch(entry["temporalCoverage"]), entry["temporalCoverage"]


@of_every_language
def test_its_files_are_those_that_are_published(language):
    base = LIBRARY.project.absolute("")
    published = table_files(LIBRARY)
    for entry in found(language):
        names = [file["contentUrl"].removeprefix(base) for file in entry["distribution"]]
        assert len(names) == 3 and set(names) <= set(published)


def test_a_page_without_a_whole_table_tells_nothing():
    assert datasets.of_page(LIBRARY.pages["en", "index"], real_guide.context("en")) == {}


def test_a_text_cannot_end_the_script_element():
    slug = "figures/child-labour"
    text = "</script><!--<script>\u2028 & ]]>"
    table = dataclasses.replace(LIBRARY.tables["child-labour"], title=Text({"en": text}))
    library = dataclasses.replace(LIBRARY, tables={**LIBRARY.tables, table.slug: table})
    made = datasets.of_page(LIBRARY.pages["en", slug], Context(library, "en", slug))["table-child-labour"]
    assert not set("<>&\u2028") & set(made)
    assert json.loads(made)["name"] == text


def test_each_stands_behind_its_table():
    table = '<figure><table id="table-{0}"><tr></table><details>{0}</details></figure>'
    article = f"{table.format('a')}<p>text</p>{table.format('a-b')}"
    assert datasets.beside_tables(article, {"table-a-b": "2", "table-a": r"\1"}) == (
        f'{table.format("a")}\n<script type="application/ld+json">\\1</script><p>text</p>'
        f'{table.format("a-b")}\n<script type="application/ld+json">2</script>'
    )


def test_a_table_that_is_not_there_is_noticed():
    with pytest.raises(ValueError, match="table-a does not stand"):
        datasets.beside_tables("<p>text</p>", {"table-a": "1"})


@pytest.mark.parametrize(
    ("periods", "stretch"),
    [
        (["2018"], "2018"),
        (["2018", "2014", "2023"], "2014/2023"),
        (["2025-Q3"], "2025-07/2025-09"),
        (["2025-H1", "2024"], "2024/2025-06"),
        (["2020-01/2025-02", "2019"], "2019/2025-02"),
        (["2025-11", "2025"], "2025/2025"),
        (["2019-02-21", "2019"], "2019"),
    ],
)
def test_the_time_covered_runs_from_the_first_beginning_to_the_last_end(periods, stretch):
    table = LIBRARY.tables["child-labour"]
    first = table.observations[0]
    items = tuple(dataclasses.replace(first, period=period, value=Decimal(1)) for period in periods)
    assert tidy.stretch(dataclasses.replace(table, observations=items)) == stretch.replace("2025/2025", "2025")
