"""What a page rests on: its laws, and the oldest day on which its law and its figures were checked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rights_kb.library import Library
from rights_kb.models import Call, Law, Page, Penalty, Rule, Table

# What the first argument of a macro names.
LAW_MACROS = {"kb_law", "kb_edition"}
RULE_MACROS = {"kb_rule", "kb_value", "kb_cite"}
PENALTY_MACROS = {"kb_penalty", "kb_cite"}
TABLE_MACROS = {"kb_table", "kb_chart", "kb_figure", "kb_newest", "kb_period"}
# Macros that list all there is of a kind, or all that names the page.
ALL_LAWS = "kb_laws"
ALL_TABLES = "kb_tables"
PENALTIES_OF_PAGE = "kb_penalties"


def laws(page: Page, library: Library) -> list[Law]:
    """The laws that the page names in its front matter, then those its rules and penalties stand in, each once."""
    named = [*page.laws, *(law for law in _laws_called(page, library) if law)]
    return [library.laws[id_] for id_ in dict.fromkeys(named) if id_ in library.laws]


def lists_all_laws(page: Page) -> bool:
    """Whether the article itself is the list of laws, so that a second list would only repeat it."""
    return any(call.name == ALL_LAWS for call in page.calls)


def law_checked(page: Page, library: Library) -> date | None:
    """The oldest day on which a law, rule or penalty of the page was compared with its source; None without any."""
    days = [law.checked.on for law in laws(page, library)]
    days += [rule.checked.on for rule in _rules(page, library)]
    days += [penalty.checked.on for penalty in _penalties(page, library)]
    if lists_all_laws(page):
        days += [law.checked.on for law in library.laws.values()]
    return min(days, default=None)


def figures_checked(page: Page, library: Library) -> date | None:
    """The oldest day on which a table whose figures the page shows was checked; None without any."""
    return min((table.checked.on for table in _tables(page, library)), default=None)


def _laws_called(page: Page, library: Library) -> Iterator[str | None]:
    for call in page.calls:
        if call.name in LAW_MACROS:
            yield _first(call)
    for found in (_rules(page, library), _penalties(page, library)):
        for item in found:
            yield item.law


def _rules(page: Page, library: Library) -> list[Rule]:
    ids = [_first(call) for call in page.calls if call.name in RULE_MACROS]
    return [library.rules[id_] for id_ in ids if id_ in library.rules]


def _penalties(page: Page, library: Library) -> list[Penalty]:
    found = []
    for call in page.calls:
        if call.name in PENALTY_MACROS and _first(call) in library.penalties:
            found.append(library.penalties[_first(call)])
        elif call.name == PENALTIES_OF_PAGE:
            slug = _first(call) or str(call.options.get("page") or page.slug)
            shown = (item for item in library.penalties.values() if slug in item.pages and item.status != "superseded")
            found.extend(shown)
    return found


def _tables(page: Page, library: Library) -> list[Table]:
    if any(call.name == ALL_TABLES for call in page.calls):
        return list(library.tables.values())
    slugs = [_first(call) for call in page.calls if call.name in TABLE_MACROS]
    return [library.tables[slug] for slug in slugs if slug in library.tables]


def _first(call: Call) -> str:
    first = call.arguments[0] if call.arguments else None
    return first if isinstance(first, str) else ""
