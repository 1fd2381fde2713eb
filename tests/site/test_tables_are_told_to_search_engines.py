"""The built page that is the home of a table tells search engines for data about it, and no other page does."""

import json

import built_pages
import real_guide


def test_the_data_on_a_page_are_those_of_the_tables_that_stand_whole_on_it(site):
    library = real_guide.library()
    told = []
    for page in built_pages.pages(site):
        tree = built_pages.read(site / page)
        blocks = tree.cssselect('script[type="application/ld+json"]')
        wholes = {library.project.absolute(f"{page}#{table.get('id')}") for table in tree.cssselect("figure table[id]")}
        graph = [json.loads(block.text) for block in blocks]
        assert {entry["@id"] for entry in graph} == wholes, page
        told += graph
        # Beside its table it repeats words that are near, and weighs half.
        assert [block.getprevious().cssselect("table[id]")[0].get("id") for block in blocks] == [
            entry["@id"].partition("#")[2] for entry in graph
        ]
    assert len(told) == len(library.tables) * len(library.languages)
