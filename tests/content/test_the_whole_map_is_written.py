"""Every page of the content map exists in every language, with all that an article must show."""

import re

import pytest
import real_guide

MAP = real_guide.ROOT.parent / "shared" / "design" / "content-map.md"


def mapped() -> list[str]:
    """The slugs of the map; none where it is not at hand."""
    rows = re.findall(r"^\| (`[^|]+`) \|", MAP.read_text(encoding="utf-8"), re.MULTILINE) if MAP.is_file() else []
    return [slug for row in rows for slug in re.findall(r"`([^`]+)`", row)]


@pytest.mark.skipif(not MAP.is_file(), reason="the content map is not part of the project")
@pytest.mark.parametrize("slug", mapped())
def test_a_page_of_the_map_is_written_in_every_language(slug):
    library = real_guide.library()
    assert [language for language in library.languages if library.page(language, slug)] == list(library.languages)


@pytest.mark.parametrize("name", real_guide.articles())
def test_an_article_is_in_the_menu(name):
    assert real_guide.article(name).slug in real_guide.library().project.menu


@pytest.mark.parametrize("name", real_guide.articles())
def test_an_article_leads_on_to_others(name):
    page = real_guide.article(name)
    assert page.related or re.search(r"\]\([^)]*\.md", page.body)
