"""The names that authors type between {{ and }} in an article. Each speaks the language of the text it stands in.

Each function takes the context first; `README.md` beside this file explains each with an example.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import jinja2
from markupsafe import escape

from rights_kb import numbers
from rights_kb.articles import COMMENTS, MACRO
from rights_kb.library import Library, open_library
from rights_kb.models import Rule
from rights_kb.render import changes, facts, packages, penalties, sources, tables, word_list
from rights_kb.render.charts import figure
from rights_kb.render.context import Context, MacroError, markdown, one


def kb_table(context: Context, slug: str, rows=None, columns="period", periods=None, about=False, **members) -> str:
    """A whole table: `rows` down, `columns` across, the other dimensions at their total or at the member named."""
    return tables.html(tables.view(context, slug, rows, columns, periods, **members), context, about)


def kb_chart(context: Context, slug: str, form, rows=None, columns="period", periods=None, **members) -> str:
    """A chart of figures that a table shows: `form` is trend, ranked, pairs or tiles; the rest is as in kb_table."""
    return figure.html(context, slug, form, rows, columns, periods, **members)


def kb_figure(context: Context, slug: str, period, unit=True, case=None, **members) -> str:
    """One figure of a period inside a sentence, in the case that the sentence needs."""
    return markdown(tables.figure(*tables.observation(context, slug, period, **members), context, unit, case))


def kb_newest(context: Context, slug: str, unit=True, case=None, **members) -> str:
    """The newest figure of a series inside a sentence, in the case that the sentence needs."""
    return markdown(tables.figure(*tables.observation(context, slug, **members), context, unit, case))


def kb_period(context: Context, slug: str, period=None, case=None, **members) -> str:
    """The period of the newest figure of a series, or of the figure named; a year in the case that the sentence needs."""
    _, found = tables.observation(context, slug, period, **members)
    if case is not None:
        return markdown(str(escape(tables.year(found.period, case, context))))
    return markdown(str(escape(numbers.period(found.period, context.words))))


def kb_tables(context: Context) -> str:
    """The list of all tables with their newest figures."""
    return tables.index(context)


def kb_data_files(context: Context) -> str:
    """The files that describe all tables together."""
    return packages.links(context)


def kb_penalty(context: Context, slug: str, case=None) -> str:
    """The penalty of one case inside a sentence, with its article."""
    return markdown(penalties.inline(*penalties.find(context, slug, case), context))


def kb_penalties(context: Context, page=None) -> str:
    """The table of the penalties that belong to this page (or to the page named)."""
    found = penalties.on_page(page or context.slug, context)
    if not found:
        raise MacroError(f"No penalty names the page `{page or context.slug}`.", "Add the page to `pages` of a penalty.")
    return penalties.table(found, context, f"penalties-{(page or context.slug).replace('/', '-')}")


def kb_indicator(context: Context, count=1) -> str:
    """So many calculated indicators in money."""
    indicator = context.library.indicator
    if indicator is None:
        raise MacroError("There is no data/indicator.yml.", "Write the value of the calculated indicator there.")
    money = escape(numbers.amount(indicator.value * count, indicator.unit, context.words))
    return markdown(f"{money} {sources.status_note(indicator.status, context)}".rstrip())


def kb_law(context: Context, law: str, article=None) -> str:
    """A law, with an article that a rule or a penalty of the guide rests on."""
    found = one(context.library.laws, law, "law")
    if article is not None and article not in _articles(context.library, law):
        known = ", ".join(sorted(_articles(context.library, law), key=penalties.article_order))
        raise MacroError(f"No rule or penalty rests on article {article} of `{law}`.", f"Known articles: {known}.")
    return markdown(sources.citation(found, article, context))


def kb_edition(context: Context, law: str) -> str:
    """Which edition of a law was read, and whether a newer one exists."""
    return markdown(sources.edition(one(context.library.laws, law, "law"), context))


def kb_laws(context: Context) -> str:
    """The list of all laws with their editions."""
    return sources.law_list(context.library.laws.values(), context, anchors=True)


def kb_rule(context: Context, rule: str) -> str:
    """What the law says, in plain words, with law and article."""
    return markdown(facts.rule(one(context.library.rules, rule, "rule"), context))


def kb_value(context: Context, rule: str, name: str, unit=True, case=None) -> str:
    """One number of a rule, a table or a claim's text, for a sentence of one's own, in the case that it needs."""
    found: Rule = one(context.library.rules, rule, "rule")
    value = one(found.text.values, name, f"value of the rule `{rule}`")
    if case is not None:
        return markdown(str(escape(tables.value(value, case, context, unit))))
    if not unit and value.number is not None:
        bare = numbers.number(value.number, context.language)
        if value.until is not None:
            bare = f"{bare}{numbers.RANGE}{numbers.number(value.until, context.language)}"
        return bare
    return markdown(str(escape(numbers.value(value, context.words))))


def kb_cite(context: Context, id_: str) -> str:
    """The law and article of a rule or penalty, without its text."""
    if id_ in context.library.penalties:
        penalty = context.library.penalties[id_]
        return markdown(sources.citation(penalties.law_of(penalty, context), penalty.article, context))
    return markdown(facts.rule_citation(one(context.library.rules, id_, "rule or penalty"), context))


def kb_helpline(context: Context, id_: str) -> str:
    """The number of a helpline as a link that a phone can dial."""
    return markdown(facts.link(one(context.library.helplines, id_, "helpline"), context))


def kb_helpline_card(context: Context, id_: str) -> str:
    """All that is known about one helpline."""
    return facts.card(one(context.library.helplines, id_, "helpline"), context)


def kb_helplines(context: Context) -> str:
    """All helplines, the most important first."""
    return facts.helplines(context)


def kb_term(context: Context, term: str, shown=None) -> str:
    """A term of the glossary, in the form the sentence needs, linked to its meaning."""
    return markdown(facts.term(one(context.library.glossary, term, "term"), shown, context))


def kb_glossary(context: Context) -> str:
    """The whole glossary."""
    return facts.glossary(context)


def kb_source(context: Context, source: str) -> str:
    """A source note inside a sentence: publisher and year."""
    return markdown(sources.short_note(one(context.library.sources, source, "source"), context))


def kb_sources(context: Context) -> str:
    """The list of all sources."""
    return sources.source_list(context)


def kb_statuses(context: Context) -> str:
    """The statuses of facts and what each means."""
    return facts.statuses(context)


def kb_claims(context: Context, page=None) -> str:
    """The folded table of what the first article said about this page's subject, and what that is worth."""
    slug = page or context.slug
    found = [item for item in context.library.claims.values() if item.page == slug and item.in_article]
    if not found:
        raise MacroError(f"No claim belongs to the page `{slug}`.", "Leave the macro out.")
    return facts.claims(found, context)


def kb_contradictions(context: Context) -> str:
    """The register of contradictions between figures, with the reasons."""
    return facts.contradictions(context)


def kb_foreign(context: Context, language: str, words: str) -> str:
    """Words of another language, marked so that a screen reader reads them in it."""
    one(context.words.language_names, language, "language")
    return markdown(f'<span lang="{escape(language)}">{escape(words)}</span>')


def kb_alphabet(context: Context) -> str:
    """All words of the guide from A to Z, linked to their pages."""
    return word_list.listed(context, render)


def kb_changes(context: Context) -> str:
    """What changed in the guide, newest first."""
    return changes.listed(context)


MACROS: dict[str, Callable[..., str]] = {name: value for name, value in globals().items() if name.startswith("kb_")}


def _articles(library: Library, law: str) -> set[str]:
    rules = {rule.article for rule in library.rules.values() if rule.law == law and rule.article}
    return rules | {item.article for item in library.penalties.values() if item.law == law and item.article}


def render(text: str, context: Context) -> str:
    """A title or a summary with its macros done, as HTML; the text around them is escaped."""
    environment = jinja2.Environment(undefined=jinja2.StrictUndefined, autoescape=False, **COMMENTS)
    functions = {name: _bound(function, lambda: context) for name, function in MACROS.items()}
    around, calls = MACRO.split(text), MACRO.findall(text)
    escaped = "".join(str(escape(words)) + call for words, call in zip(around, [*calls, ""], strict=True))
    return environment.from_string(escaped).render(functions)


def plain(html: str) -> str:
    """The words of an HTML fragment without its tags."""
    import html as standard

    return standard.unescape(re.sub(r"<[^>]+>", "", html))


def _bound(function: Callable[..., str], context: Callable[[], Context]) -> Callable[..., str]:
    def macro(*arguments, **options) -> str:
        return function(context(), *arguments, **options)

    macro.__doc__ = function.__doc__
    return macro


_libraries: dict[Path, Library] = {}


def use_library(library: Library) -> None:
    """Hand over a library that was read already, so that it is read once a build."""
    _libraries[library.project.root.resolve()] = library


def define_env(env) -> None:
    """Register the macros with mkdocs-macros; the language is asked for at each call, from the page's text."""
    root = Path(env.conf["config_file_path"]).parent.resolve()

    def context() -> Context:
        library = _libraries.get(root) or _libraries.setdefault(root, open_library(root))
        file = env.page.file
        slug = re.sub(r"\.md$", "", file.norm_src_uri)
        return Context(library, file.locale, slug)

    for name, function in MACROS.items():
        env.macro(_bound(function, context), name)
