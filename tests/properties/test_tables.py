"""What a reader sees of a table is what was typed, whatever was typed: figures keep their value, texts stay texts."""

import re
import shutil
from dataclasses import replace
from datetime import date
from decimal import Decimal
from html.parser import HTMLParser

import pytest
import real_guide
import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from markdown import Markdown

import macros
from rights_kb import numbers
from rights_kb.library import open_library
from rights_kb.models import (
    Case,
    Change,
    Checked,
    Claim,
    Dimension,
    Helpline,
    Hours,
    Known,
    Law,
    Member,
    Observation,
    Penalty,
    Place,
    Revision,
    Rule,
    Sanction,
    Source,
    Table,
    Term,
    Text,
    Value,
)
from rights_kb.render import tables
from rights_kb.render.context import Context

LANGUAGES = real_guide.library().languages
DAY = date(2026, 11, 22)
CHECKED = Checked(DAY, DAY)
PLACE = Place("data/x.yml", 1)
# What the real guide's articles are written with.
EXTENSIONS = ["attr_list", "tables", "admonition", "pymdownx.details", "toc"]
TAGS = set(
    "a br caption cite data dd details dfn div dl dt figcaption figure li ol p section small span strong summary sup table "
    "tbody td th thead time tr ul".split()
)
ATTRIBUTES = set(
    "aria-labelledby class data-label datetime download href id lang reversed role scope tabindex title value".split()
)

in_some_language = st.sampled_from(LANGUAGES)
in_each_language = pytest.mark.parametrize("language", LANGUAGES)
many = settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])


class Seen(HTMLParser):
    """Reads HTML as a browser does: its words, its tags and attributes, the rows of its tables."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.tags: list[str] = []
        self.attributes: dict[str, list[str]] = {}
        self.rows: list[list[str]] = []
        self.values: dict[tuple[int, int], str] = {}
        self.in_cell = False
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        for name, value in attributes:
            self.attributes.setdefault(name, []).append(value)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("th", "td"):
            self.rows[-1].append("")
            self.in_cell = True
        elif tag == "data" and self.in_cell:
            self.values[len(self.rows) - 1, len(self.rows[-1]) - 1] = dict(attributes)["value"]

    def handle_data(self, data):
        self.words.append(data)
        if self.in_cell:
            self.rows[-1][-1] += data

    def handle_endtag(self, tag):
        if tag in ("th", "td"):
            self.in_cell = False

    @property
    def text(self) -> str:
        return flat("".join(self.words))


def flat(text: str) -> str:
    """The text with every stretch of white space as one space."""
    return " ".join(text.split())


def everywhere(words: str, **values: Value) -> Text:
    return Text(dict.fromkeys(LANGUAGES, words), values)


# --- texts that would do harm if they were taken for more than text ---------------------------------------------------

# fmt: off
HARM = st.sampled_from([
    "<script>alert(1)</script>", "</td>", "<b>", "<!--", "-->", "&", "&lt;", "&amp;#60;", '"', "'", '" onclick="x', ">",
    "*", "**", "_", "__", "`", "``", "`a`", "\\", "\\<", "[a](javascript:b)", "![a](b)", "[a]: b", "[TOC]", "<http://a.b>",
    "~~", "^", "|", "| - | - |", "# ", "## x", "- ", "+ ", "1. ", "1) ", "> ", "!!! note", "??? x", "===", "---", ": ",
    "{: #x .y }", "{#x}", "\n", "\n\n", "\n# ", "\n- ", "\n\n    ", "\n===\n", "\n```\n", "\t", "  \n",
    "{{ 7*7 }}", "{% x %}", "{# x #}", "{##", "a", "ө", "1", " ",
])
# fmt: on
# What Markdown would make of these is worth looking at on every run.
WORST = "`a` [b](c) ![d](e) *f* __g__ \\h <i> &amp; | {: #j }"
LETTERS = st.characters(exclude_categories=("Cs", "Cc", "Co", "Cn"), exclude_characters="{}")
HARMFUL = (
    st.lists(HARM | LETTERS, min_size=1, max_size=8)
    .map("".join)
    .filter(lambda text: text.strip() != "")
    .filter(lambda text: numbers.PLACEHOLDER.search(text) is None)
)


def source(words: str) -> Source:
    return Source("s1", "news", everywhere(words), everywhere(words), "2024", DAY, ("en",), (), everywhere(words), PLACE)


def law(words: str) -> Law:
    known = {"sources": ("s1",), "replaces": (), "replaced_by": (), "avoid": {}, "checked": CHECKED, "place": PLACE}
    return Law(
        "l1", everywhere(words), "1", "2024", None, "in-force", DAY, None, None, None, note=everywhere(words), **known
    )


def penalty(words: str) -> Penalty:
    sanction = Sanction("fine", None, None, None, True, ("arrest",), everywhere(words))
    case = Case("c1", "2", everywhere(words), everywhere(words), (sanction, sanction), (sanction,), everywhere(words), PLACE)
    known = {"superseded_by": (), "claims": (), "pages": ("index",), "sources": ("s1",), "note": everywhere(words)}
    return Penalty("p1", "l1", "5", everywhere(words), None, "disputed", CHECKED, cases=(case,), place=PLACE, **known)


def claim(words: str) -> Claim:
    said = everywhere(words)
    return Claim("S1", "index", True, True, said, "differs", "disputed", said, ("s1",), CHECKED, PLACE)


def helpline(words: str) -> Helpline:
    said, unknown = everywhere(words), Known(absent=everywhere(words))
    hours = Hours(False, None, None, everywhere(words))
    return Helpline(
        "h1", "111", "111", said, said, said, hours, False, said, "2024", True, said,
        Known(text=said), unknown, unknown, unknown, False, "disputed", ("s1",), CHECKED, said, PLACE,
    )  # fmt: skip


def table(words: str) -> Table:
    observations = (
        Observation("2023", ("all",), Decimal("12.5"), None, None, ("s1",), "disputed", "n1", DAY, 1),
        Observation("2023", ("part",), None, everywhere(words), None, ("s1",), "confirmed", None, DAY, 2),
    )
    return small_table(("d1",), observations, words, notes={"n1": everywhere(words + " ")})


def small_table(names, observations, words="t", notes=None, decimals=1) -> Table:
    said = everywhere(words)
    known = {
        "sources": ("s1",),
        "status": "confirmed",
        "checked": CHECKED,
        "official": None,
        "claims": (),
        "sums": (),
        "breaks": frozenset(),
        "revisions": (Revision(DAY, "published", said, 1),),
    }
    known |= {"notes": notes or {}, "observations": tuple(observations), "place": PLACE}
    return Table("t1", said, said, said, said, "percent", decimals, tuple(names), **known)


def dimension(id_: str, members: dict[str, str], words: str = "d") -> Dimension:
    made = {name: Member(name, everywhere(shown), None, None) for name, shown in members.items()}
    return Dimension(id_, everywhere(words), None, next(iter(made)), made, (), PLACE)


def harmful_library(words: str):
    """The real guide's words, and one fact of each kind, each text of which is `words`."""
    rule = Rule("r1", "l1", "5", "disputed", CHECKED, (), (), (), everywhere(words), everywhere(words), PLACE)
    return replace(
        real_guide.library(),
        sources={"s1": source(words)},
        laws={"l1": law(words)},
        rules={"r1": rule, "r2": replace(rule, id="r2", law=None, sources=("s1",))},
        penalties={"p1": penalty(words)},
        tables={"t1": table(words)},
        dimensions={"d1": dimension("d1", {"all": words, "part": words}, words)},
        helplines={"h1": helpline(words)},
        glossary={
            "g1": Term(
                "g1", everywhere(words), {LANGUAGES[0]: (words,)}, {}, False, everywhere(words), everywhere(words), PLACE
            )
        },
        claims={"S1": claim(words)},
        changes={"c1": Change("c1", DAY, everywhere(words), (), PLACE)},
        pages={},
    )


BLOCKS = {
    "a whole table": 'kb_table("t1", about=True)',
    "the list of tables": "kb_tables()",
    "a table of penalties": 'kb_penalties("index")',
    "the list of laws": "kb_laws()",
    "a helpline's card": 'kb_helpline_card("h1")',
    "all helplines": "kb_helplines()",
    "the glossary": "kb_glossary()",
    "the list of sources": "kb_sources()",
    "what the first article said": 'kb_claims("index")',
    "the contradictions": "kb_contradictions()",
    "the changes": "kb_changes()",
}
INLINE = {
    "a rule": 'kb_rule("r1")',
    "a rule from a source": 'kb_rule("r2")',
    "the article of a rule": 'kb_cite("r1")',
    "the source of a rule": 'kb_cite("r2")',
    "the article of a penalty": 'kb_cite("p1")',
    "a law": 'kb_law("l1")',
    "a law's article": 'kb_law("l1", "5")',
    "a penalty": 'kb_penalty("p1")',
    "a source note": 'kb_source("s1")',
    "a term": 'kb_term("g1")',
}  # fmt: skip


def called(call: str, context: Context) -> str:
    return macros.render(f"{{{{ {call} }}}}", context)


def is_safe(seen: Seen) -> None:
    assert set(seen.tags) <= TAGS
    assert set(seen.attributes) <= ATTRIBUTES
    assert not [
        address for address in seen.attributes.get("href", ()) if address.lower().startswith(("javascript", "data:"))
    ]


@pytest.mark.parametrize("call", BLOCKS.values(), ids=BLOCKS)
@example(words=WORST, language=LANGUAGES[0])
@given(words=HARMFUL, language=in_some_language)
@many
def test_a_text_of_the_data_is_shown_as_text_in_a_block(call, language, words):
    html = called(call, Context(harmful_library(words), language, "index"))
    seen = Seen(html)
    is_safe(seen)
    assert flat(words) in seen.text
    # In an article the block passes through Markdown, which must leave it alone.
    after = Seen(Markdown(extensions=EXTENSIONS).convert(f"Before.\n\n{html}\n\nAfter."))
    assert after.tags == ["p", *seen.tags, "p"]
    assert after.text == flat(f"Before. {seen.text} After.")
    assert {name: found for name, found in after.attributes.items() if found} == seen.attributes


@pytest.mark.parametrize("call", INLINE.values(), ids=INLINE)
@example(words=WORST, language=LANGUAGES[0])
@given(words=HARMFUL, language=in_some_language)
@many
def test_a_text_of_the_data_is_shown_as_text_inside_a_sentence(call, language, words):
    stays_text_in_a_sentence(called(call, Context(harmful_library(words), language, "index")), words)


@example(words=WORST, language=LANGUAGES[0])
@given(words=HARMFUL, language=in_some_language)
@many
def test_a_form_of_a_term_that_an_author_types_is_shown_as_text(language, words):
    context = Context(harmful_library("x"), language, "index")
    stays_text_in_a_sentence(macros.kb_term(context, "g1", words), words)


@example(words=WORST, language=LANGUAGES[0])
@given(words=HARMFUL, language=in_some_language)
@many
def test_the_name_of_a_helpline_stays_within_its_attribute(language, words):
    html = macros.kb_helpline(Context(harmful_library(words), language, "index"), "h1")
    seen = Seen(Markdown(extensions=EXTENSIONS).convert(f"Call {html}."))
    assert seen.tags == ["p", "a"]
    assert set(seen.attributes) == {"class", "href", "title"}
    assert [flat(title) for title in seen.attributes["title"]] == [flat(words)]


@example(words=WORST, language=LANGUAGES[0])
@given(words=HARMFUL, language=in_some_language)
@settings(many, max_examples=15)
def test_the_words_of_a_language_are_shown_as_text(language, words):
    library = harmful_library("x")
    own = library.words[language]
    # What stands around a placeholder is a text as well; a date is put together from such texts.
    patterns = {name: f"{pattern} {braced(words)}" for name, pattern in own.patterns.items()}
    statuses = dict.fromkeys(own.statuses, words)
    labels = dict.fromkeys(own.labels, words)
    strange = replace(
        own, patterns=patterns, statuses=statuses, labels=labels, sanctions=dict.fromkeys(own.sanctions, words)
    )
    context = Context(replace(library, words={**library.words, language: strange}), language, "index")
    for call in INLINE.values():
        stays_text_in_a_sentence(called(call, context), "")
    for call in BLOCKS.values():
        is_safe(Seen(called(call, context)))


def braced(words: str) -> str:
    return words.replace("{", "{{").replace("}", "}}")


def stays_text_in_a_sentence(html: str, words: str) -> None:
    """Wherever in a line a macro stands, a reader sees its words and no more tags than the macro made."""
    plain = Seen(html)
    is_safe(plain)
    assert flat(words) in plain.text
    for before, after in (("Before ", " after."), ("", " after."), ("Before.\n", "\nAfter."), ("", "")):
        seen = Seen(Markdown(extensions=EXTENSIONS).convert(f"{before}{html}{after}"))
        assert seen.text == flat(f"{before}{plain.text}{after}"), html
        assert seen.tags == ["p", *plain.tags], html
        assert seen.attributes == plain.attributes


# --- figures ----------------------------------------------------------------------------------------------------------


@st.composite
def small_tables(draw):
    """A table with its dimensions: up to two of them, a few periods, and figures for some of the cells."""
    decimals = draw(st.integers(0, 3))
    periods = draw(
        st.lists(
            st.sampled_from(["2006", "2014", "2018", "2022-H1", "2023", "2025-Q3", "2025-01/2025-08"]),
            min_size=1,
            unique=True,
        )
    )
    sizes = draw(st.lists(st.integers(1, 4), max_size=2))
    dimensions = {
        f"d{n}": dimension(f"d{n}", {f"m{k}": f"{'ABC'[n]}{k}" for k in range(size)}, f"D{n}")
        for n, size in enumerate(sizes)
    }
    cells = [()]
    for made in dimensions.values():
        cells = [(*cell, member) for cell in cells for member in made.members]
    places = [(period, cell) for period in periods for cell in cells]
    chosen = draw(st.lists(st.sampled_from(places), min_size=1, unique=True))
    values = st.none() | st.decimals(0, 10**7, places=decimals)
    observations = []
    for line, (period, cell) in enumerate(chosen, 1):
        value = draw(values)
        absent = everywhere("why") if value is None else None
        observations.append(Observation(period, cell, value, absent, None, ("s1",), "confirmed", None, DAY, line))
    return small_table(dimensions, observations, decimals=decimals), dimensions


def library_of(made: tuple[Table, dict[str, Dimension]]):
    """The real guide's words with that one table."""
    shown, dimensions = made
    known = {"tables": {"t1": shown}, "dimensions": dimensions, "sources": {"s1": source("S")}, "pages": {}}
    return replace(real_guide.library(), **known)


def views(library):
    """Every way to look at the table that has figures: rows, columns, what the rest is held at."""
    (shown,) = library.tables.values()
    axes = ["period", *shown.dimensions]
    for rows in axes:
        for columns in [axis for axis in axes if axis != rows] or [None]:
            held = {name: list(library.dimensions[name].members) for name in shown.dimensions if name not in (rows, columns)}
            for choice in _choices(held):
                periods = [[period] for period in shown.periods()] if "period" not in (rows, columns) else [None]
                for wanted in periods:
                    yield rows, columns, choice, wanted


def _choices(held):
    made = [{}]
    for name, members in held.items():
        made = [{**choice, name: member} for choice in made for member in members]
    return made


@in_each_language
@given(made=small_tables())
@many
def test_the_cells_of_a_table_are_its_observations(language, made):
    library = library_of(made)
    context = Context(library, language, "index")
    shown = library.tables["t1"]
    label = {
        f"{member.name.by_language[language]}": name
        for made in library.dimensions.values()
        for name, member in made.members.items()
    }
    label |= {numbers.period(period, context.words): period for period in shown.periods()}
    for rows, columns, choice, wanted in views(library):
        expected = {}
        for item in shown.observations:
            key = {**dict(zip(shown.dimensions, item.members, strict=True)), "period": item.period}
            if all(key[name] == member for name, member in choice.items()) and (wanted is None or [item.period] == wanted):
                expected[key[rows], key[columns] if columns else "%"] = item.value
        try:
            html = macros.kb_table(context, "t1", rows, columns or "period", wanted if wanted else None, **choice)
        except macros.MacroError:
            assert not expected
            continue
        seen = Seen(html)
        head, *body = seen.rows
        listed = head[-1] == context.label("figure")  # one row for each figure, because most cells would be empty
        found = {}
        for number, (first, *cells) in enumerate(body, 1):
            for place, cell in enumerate(cells[1:] if listed else cells, 2 if listed else 1):
                column = cells[0] if listed else head[place]
                key = (label[first], label.get(column, column))
                if (number, place) in seen.values:
                    assert seen.values[number, place] == str(expected[key])
                    found[key] = numbers.parse(cell, language)
                elif key in expected:
                    assert cell.startswith(context.label("unknown"))
                    found[key] = None
                else:
                    assert cell == context.label("not_published")
        assert found == expected


@in_each_language
@given(made=small_tables(), data=st.data())
@many
def test_a_figure_in_a_sentence_is_the_observation_that_was_asked_for(language, made, data):
    library = library_of(made)
    context = Context(library, language, "index")
    item = data.draw(st.sampled_from(library.tables["t1"].observations))
    members = dict(zip(library.tables["t1"].dimensions, item.members, strict=True))
    if item.value is None:
        with pytest.raises(macros.MacroError, match="absent"):
            macros.kb_figure(context, "t1", item.period, **members)
    else:
        shown = Seen(macros.kb_figure(context, "t1", item.period, unit=False, **members))
        assert numbers.parse("".join(shown.words), language) == item.value
        assert shown.attributes["value"] == [str(item.value)]


@given(made=small_tables(), order=st.randoms(use_true_random=False))
@many
def test_the_order_of_observations_changes_nothing_that_is_shown(made, order):
    library = library_of(made)
    shown = library.tables["t1"]
    other = list(shown.observations)
    order.shuffle(other)
    mixed = replace(library, tables={"t1": replace(shown, observations=tuple(other))})
    for language in LANGUAGES:
        before, after = Context(library, language, "index"), Context(mixed, language, "index")
        assert everything_of("t1", before) == everything_of("t1", after)


def everything_of(slug: str, context: Context) -> list[str]:
    """The table in every view, and the newest figure of each series."""
    made = replace(context.library, tables={slug: context.library.tables[slug]})
    shown = []
    for rows, columns, choice, wanted in views(made):
        try:
            shown.append(macros.kb_table(context, slug, rows, columns or "period", wanted, **choice))
        except macros.MacroError as error:
            shown.append(str(error))
    for members in sorted({item.members for item in made.tables[slug].observations}, key=str):
        named = {name: member for name, member in zip(made.tables[slug].dimensions, members, strict=True) if member}
        try:
            shown.append(macros.kb_newest(context, slug, **named) + macros.kb_period(context, slug, **named))
        except macros.MacroError as error:
            shown.append(str(error).partition(".")[0])
    return shown


# --- the real tables --------------------------------------------------------------------------------------------------

REAL = sorted(real_guide.library().tables)


@pytest.fixture(scope="module")
def both_orders(tmp_path_factory):
    """The facts of the real guide, and the same with the rows of every table written from the last to the first."""
    root = tmp_path_factory.mktemp("guide")
    shutil.copy(real_guide.ROOT / "mkdocs.yml", root)
    shutil.copytree(real_guide.ROOT / "data", root / "data")
    straight = open_library(root)
    for path in (root / "data" / "tables").glob("*.yml"):
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
        for key, value in node.value:
            if key.value == "observations":
                value.value.reverse()
        path.write_text(yaml.serialize(node, Dumper=yaml.SafeDumper, allow_unicode=True), encoding="utf-8")
    turned = open_library(root)
    assert turned.problems == straight.problems
    return straight, turned


@pytest.mark.parametrize("slug", REAL)
def test_the_order_of_rows_in_a_file_changes_no_figure(slug, both_orders):
    straight, turned = both_orders
    assert [item.value for item in turned.tables[slug].observations] == [
        item.value for item in reversed(straight.tables[slug].observations)
    ]
    for language in LANGUAGES:
        assert everything_of(slug, Context(turned, language, "index")) == everything_of(
            slug, Context(straight, language, "index")
        )


@in_each_language
@pytest.mark.parametrize("slug", REAL)
def test_a_figure_shown_in_a_sentence_is_the_number_of_the_file(slug, language):
    context = real_guide.context(language)
    typed = yaml.load(
        (real_guide.ROOT / "data" / "tables" / f"{slug}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
    )
    for row in typed["observations"]:
        if "value" not in row:
            continue
        members = {name: row[name] for name in typed["dimensions"] if name in row}
        seen = Seen(macros.kb_figure(context, slug, row["period"], unit=False, **members))
        assert seen.attributes["value"] == [row["value"]]
        said = tables.approximate(
            numbers.number(Decimal(row["value"]), language), _observation(row, slug, members, context), context
        )
        assert "".join(seen.words).startswith(said)
        assert numbers.parse(re.search(r"[0-9][0-9\u00a0.,]*", said)[0].rstrip("., "), language) == Decimal(row["value"])


def _observation(row, slug, members, context):
    return tables.observation(context, slug, row["period"], **members)[1]
