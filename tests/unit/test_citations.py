"""A table can be cited by three styles in every language: its title, the site, the source, the day, the address."""

import dataclasses
import json
import re

import pytest
import real_guide
from pybtex.database import parse_string
from pybtex.scanner import PybtexSyntaxError

from rights_kb.models import Text
from rights_kb.render import citations, tables
from rights_kb.render.context import Context

LIBRARY = real_guide.library()
of_every_table = pytest.mark.parametrize("slug", LIBRARY.tables)
of_every_language = pytest.mark.parametrize("language", LIBRARY.languages)
HOSTILE = r"50 % of {X} & $y_1 #2 ~ a^b \end } </pre><script>"


def cited(slug, language):
    context = real_guide.context(language)
    return LIBRARY.tables[slug], tables.address(slug, context), context


@of_every_table
@of_every_language
def test_gost_has_its_areas_in_order_with_their_signs(slug, language):
    table, address, context = cited(slug, language)
    shown = citations.gost(table, address, context)
    title, site, day = (
        re.escape(text) for text in (context.text(table.title), context.label("site_name"), f"{table.checked.on:%d.%m.%Y}")
    )
    pattern = rf"{title} \[\S+ \S+\] // {site} : \[\S+\]\. – [0-9]{{4}}\. – .+: .+\. – .+: {day}\. – "
    assert re.fullmatch(rf"{pattern}URL: {re.escape(address)} \(\S.*: …\)\.", shown)


def test_gost_in_russian_is_what_the_standard_prints():
    assert citations.gost(*cited("child-labour", "ru")) == (
        "Дети 5–17 лет, занятые детским трудом [Электронный ресурс] // Права ребёнка : [сайт]. – 2026. – "
        "Источник данных: Национальный статистический комитет. – "
        "Сверено с источником: 22.11.2026. – "
        "URL: https://bala-ukuktary.example/ru/figures/child-labour.html#table-child-labour (дата обращения: …)."
    )


def test_apa_has_author_year_title_in_italics_description_and_address():
    assert citations.apa(*cited("child-labour", "en")) == (
        "Children’s rights. (2026). <i>Children aged 5–17 in child labour</i> "
        "[Data set; source: National Statistical Committee; checked: 2026-11-22]. "
        "https://bala-ukuktary.example/en/figures/child-labour.html#table-child-labour"
    )


@of_every_table
@of_every_language
def test_bibtex_is_read_back_with_what_the_table_says(slug, language):
    table, address, context = cited(slug, language)
    (entry,) = parse_string(citations.bibtex(table, address, context), "bibtex").entries.values()
    assert (entry.type, entry.key) == ("misc", f"{slug}-{language}")
    assert entry.fields["url"] == address
    assert entry.fields["year"] == str(table.checked.on.year)
    assert plain(entry.fields["title"]) == context.text(table.title)
    # A group is one name, not a first and a last one.
    (author,) = entry.persons["author"]
    assert (author.first_names, author.last_names) == ([], [f"{{{context.label('site_name')}}}"])


def plain(field):
    """The text behind the escapes of TeX."""
    return re.sub(r"\\([#$%&_])", r"\1", field)


def hostile():
    table, address, context = cited("child-labour", "en")
    return dataclasses.replace(table, title=Text({"en": HOSTILE})), address, context


def test_signs_of_tex_in_a_title_are_escaped():
    (entry,) = parse_string(citations.bibtex(*hostile()), "bibtex").entries.values()
    assert entry.fields["title"] == (
        r"50 \% of \textbraceleft{}X\textbraceright{} \& \$y\_1 \#2 \textasciitilde{} a\textasciicircum{}b "
        r"\textbackslash{}end \textbraceright{} </pre><script>"
    )


def test_an_entry_with_a_brace_too_few_would_not_be_read():
    whole = citations.bibtex(*cited("child-labour", "en"))
    with pytest.raises(PybtexSyntaxError):
        parse_string(whole.replace("year = {2026}", "year = {2026"), "bibtex")


def test_a_title_with_tags_stays_text_on_the_page():
    table, _, context = hostile()
    library = dataclasses.replace(LIBRARY, tables={**LIBRARY.tables, table.slug: table})
    context = Context(library, "en", "figures/child-labour")
    html = tables.html(tables.view(context, table.slug), context, about=True)
    assert "<script" not in html and "</pre><" not in html.replace("</pre></dd>", "").replace("</code></pre>", "")


@of_every_language
def test_every_kind_of_revision_has_its_word(language):
    shape = json.loads((real_guide.ROOT / "data/schema/table.json").read_text(encoding="utf-8"))
    kinds = shape["properties"]["revisions"]["items"]["properties"]["what"]["enum"]
    assert all(LIBRARY.words[language].labels[f"revision_{kind}"] for kind in kinds)
