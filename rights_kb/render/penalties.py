"""Penalties as a reader sees them: sums in money, terms in years and months, whose liability, which edition."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import escape

from rights_kb import numbers
from rights_kb.models import Amount, Case, Law, Penalty, Sanction, Span
from rights_kb.render import sources
from rights_kb.render.context import Context, MacroError, lines, one
from rights_kb.render.frames import scrolling_table


def find(context: Context, slug: str, case: str | None) -> tuple[Penalty, Case]:
    """The case of a penalty; a penalty with one case needs no name. Raises MacroError with the names there are."""
    penalty = one(context.library.penalties, slug, "penalty")
    cases = {item.id: item for item in penalty.cases}
    if case is None and len(cases) == 1:
        return penalty, penalty.cases[0]
    if case not in cases:
        raise MacroError(f"The penalty `{slug}` has no case `{case}`.", f"Write one of: {', '.join(cases)}.")
    return penalty, cases[case]


def sanctions(case: Case, context: Context) -> str:
    """The sanctions of a case in one line as plain text: "a fine of …, or imprisonment: up to 5 years; in addition …"."""
    chosen = [sanction(item, context) for item in case.sanctions]
    text = f"; {context.label('or')} ".join(chosen)
    if case.added:
        added = "; ".join(sanction(item, context) for item in case.added)
        text = f"{text}. {context.label('in_addition')}: {added}"
    return text


def sanction(item: Sanction, context: Context) -> str:
    """One sanction as plain text."""
    words = context.words
    text = words.sanctions[item.kind]
    if item.amount:
        text = f"{text}: {money(item.amount, context)}"
    if item.span:
        text = f"{text}: {span(item.span, context)}"
    asides = [words.payers[item.payer]] if item.payer else []
    if item.companions:
        others = ", ".join(words.sanctions[companion] for companion in item.companions)
        asides.append(words.patterns["together_with"].format(others=others))
    if item.note:
        asides.append(context.text(item.note))
    if item.may:
        asides.append(words.patterns["may"])
    return f"{text} ({'; '.join(asides)})" if asides else text


def money(amount: Amount, context: Context) -> str:
    """The sum of a fine in money, by the one value of the calculated indicator."""
    indicator = context.library.indicator
    if amount.in_indicators:
        if indicator is None:
            return _between(amount, 1, "indicator", context)
        return _between(amount, indicator.value, indicator.unit, context)
    return _between(amount, 1, indicator.unit if indicator else None, context)


def _between(amount: Amount, factor: object, unit: str | None, context: Context) -> str:
    words = context.words
    high = amount.high * factor  # type: ignore[operator]
    if amount.low is None:
        word = numbers.unit_word(high, unit or "number", words, "limit")
        limit = f"{numbers.number(high, words.language)}{numbers.NO_BREAK}{word}"
        return words.patterns["up_to"].format(amount=limit)
    return numbers.between(amount.low * factor, high, unit, words)  # type: ignore[operator]


def span(item: Span, context: Context) -> str:
    """From–to of a term: "5–7 years", "7 years 6 months – 10 years", "up to 5 years", "15 years"."""
    words = context.words
    if item.start is None and item.end is not None:
        return words.patterns["up_to"].format(amount=numbers.duration(item.end, words, "limit"))
    if item.end is None and item.start is not None:
        return words.patterns["at_least"].format(amount=numbers.duration(item.start, words))
    if item.start is None or item.end is None:
        raise ValueError("a term without bounds")
    if dict(item.start) == dict(item.end):
        return numbers.duration(item.end, words)
    if set(item.start) == set(item.end) and len(item.start) == 1:
        (name,) = item.start
        return numbers.between(item.start[name], item.end[name], numbers.SPAN_UNITS[name], words)
    low, high = (numbers.duration(part, words) for part in (item.start, item.end))
    return words.patterns["range"].format(low=low, high=high)


def law_of(penalty: Penalty, context: Context) -> Law | None:
    return context.library.laws.get(penalty.law) if penalty.law else None


def inline(penalty: Penalty, case: Case, context: Context) -> str:
    """The sanctions and the article in the middle of a sentence, as HTML."""
    cited = sources.citation(law_of(penalty, context), penalty.article, context, case.part)
    status = sources.status_note(penalty.status, context)
    shown = str(escape(sanctions(case, context)))
    return " ".join(part for part in (shown, f"({cited})" if cited else "", status) if part)


def on_page(slug: str, context: Context) -> list[Penalty]:
    """The penalties in force that belong to a page: by law, then by article."""
    order = {id_: position for position, id_ in enumerate(context.library.laws)}
    found = [item for item in context.library.penalties.values() if slug in item.pages and item.status != "superseded"]
    return sorted(found, key=lambda item: (order.get(item.law or "", len(order)), article_order(item.article), item.slug))


SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def article_order(article: str | None) -> tuple[int, int]:
    """A key that sorts articles as the code prints them: 102, 102¹, 102², 103."""
    match = re.match(r"([0-9]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)", article or "")
    if not match:
        return (0, 0)
    return (int(match[1]), int(match[2].translate(SUPERSCRIPTS) or 0))


def table(penalties: Iterable[Penalty], context: Context, anchor: str) -> str:
    """A table of penalties: what is punished, who answers, how, and by which article."""
    keys = ("act", "who", "penalty", "article")
    heads = [context.label(key) for key in keys]
    body = []
    cited: list[str] = []
    penalties = list(penalties)
    for penalty in penalties:
        law = law_of(penalty, context)
        cited += penalty.sources
        for case in penalty.cases:
            body += _row(penalty, case, law, heads, context)
    caption = str(escape(context.label("penalties")))
    return lines(
        [
            f'<figure class="kb-table" id="{escape(anchor)}">',
            *scrolling_table(f"{anchor}-caption", caption, map(escape, heads), body, "kb-penalties"),
            "<figcaption>",
            *([_one_indicator(context)] if _in_indicators(penalties) else []),
            *([f'<p class="kb-source">{sources.source_line(cited, context)}</p>'] if cited else []),
            "</figcaption>",
            "</figure>",
        ]
    )


def _in_indicators(penalties: Iterable[Penalty]) -> bool:
    cases = [case for penalty in penalties for case in penalty.cases]
    return any(item.amount and item.amount.in_indicators for case in cases for item in (*case.sanctions, *case.added))


def _one_indicator(context: Context) -> str:
    """What one calculated indicator is in money, with its status: every sum of the table rests on it."""
    indicator = context.library.indicator
    if indicator is None:
        return ""
    money_ = numbers.amount(indicator.value, indicator.unit, context.words)
    line = escape(context.words.patterns["one_indicator"].format(money=money_))
    status = sources.status_note(indicator.status, context)
    return f'<p class="kb-source">{line} {status} {sources.source_line(indicator.sources, context)}</p>'


def _row(penalty: Penalty, case: Case, law: Law | None, heads: list[str], context: Context) -> list[str]:
    notes = [note for note in (case.note, penalty.note if case is penalty.cases[-1] else None) if note]
    act = context.html(case.act) + "".join(f"<br><small>{context.html(note)}</small>" for note in notes)
    status = sources.status_note(penalty.status, context)
    cells = [
        context.html(case.who),
        str(escape(sanctions(case, context))),
        f"{sources.citation(law, penalty.article, context, case.part)} {status}".strip(),
    ]
    labelled = zip(heads[1:], cells, strict=True)
    return [
        f'<tr id="{escape(penalty.slug)}-{escape(case.id)}">',
        f'<th scope="row">{act}</th>',
        *(f'<td data-label="{escape(head)}">{cell}</td>' for head, cell in labelled),
        "</tr>",
    ]
