"""Rules, claims, helplines and terms as a reader sees them."""

from __future__ import annotations

import itertools

from markupsafe import escape

from rights_kb import numbers
from rights_kb.models import Claim, Helpline, Known, Page, Rule, Term
from rights_kb.render import sources
from rights_kb.render.alphabet import alphabetical
from rights_kb.render.context import Context, lines
from rights_kb.render.frames import scrolling_table


def rule(item: Rule, context: Context) -> str:
    """A rule in plain words with its law and article, and its status in words where it is not confirmed."""
    cited = rule_citation(item, context)
    status = sources.status_note(item.status, context)
    behind = f'<span class="kb-cited">({cited})</span>' if cited else ""
    return " ".join(part for part in (context.html(item.text), behind, status) if part)


def rule_citation(item: Rule, context: Context) -> str:
    """The law and article of a rule, or its sources where it is no law."""
    law = context.library.laws.get(item.law) if item.law else None
    if law:
        return sources.citation(law, item.article, context)
    known = [context.library.sources[id_] for id_ in item.sources if id_ in context.library.sources]
    return "; ".join(sources.short_note(source, context) for source in known)


def link(item: Helpline, context: Context) -> str:
    """The number as a link that a phone can dial."""
    title = context.text(item.name)
    return f'<a class="kb-call" href="tel:{escape(item.dial)}" title="{escape(title)}">{escape(item.number)}</a>'


def helplines(context: Context) -> str:
    """Every helpline as a card, in the order of the file: the most important first."""
    return lines(itertools.chain.from_iterable(card_lines(item, context) for item in context.library.helplines.values()))


def card(item: Helpline, context: Context) -> str:
    """One helpline: number, when to call, who answers, hours, cost, what is not known, when it was checked."""
    return lines(card_lines(item, context))


def card_lines(item: Helpline, context: Context) -> list[str]:
    label = context.label
    facts: list[tuple[str, str]] = [
        (label("call_for"), context.html(item.reason)),
        (label("answers"), context.html(item.answers)),
        (label("hours"), _hours(item, context)),
        (label("cost"), str(escape(label("free"))) if item.free else _absent(Known(absent=item.cost_absent), context)),
    ]
    if item.callers:
        facts.append((label("callers"), context.html(item.callers)))
    known = {
        "languages_spoken": item.languages,
        "bill": item.bill,
        "abroad": item.abroad,
        "last_rung": item.last_rung,
    }
    facts += [(label(key), _known(value, context)) for key, value in known.items() if not value.absent]
    unknown = [label(key) for key, value in known.items() if value.absent]
    if unknown:
        facts.append((label("not_known_yet"), str(escape("; ".join(unknown)))))
    if item.since:
        facts.append((label("since"), str(escape(numbers.period(item.since, context.words)))))
    extra = [escape(label("recorded"))] if item.recorded else []
    cited = f'<p class="kb-source">{sources.source_line(item.sources, context)}' if item.sources else '<p class="kb-source">'
    heading = f"helpline-{escape(item.id)}"
    return [
        f'<section class="kb-helpline" id="{heading}" aria-labelledby="{heading}-name">',
        f'<p class="kb-helpline-head"><a class="kb-call" href="tel:{escape(item.dial)}">{escape(item.number)}</a>',
        f'<strong id="{heading}-name">{context.html(item.name)}</strong> {sources.status_note(item.status, context)}</p>',
        "<dl>",
        *itertools.chain.from_iterable((f"<dt>{escape(name)}</dt>", f"<dd>{value}</dd>") for name, value in facts),
        "</dl>",
        *(f"<p>{text}.</p>" for text in extra),
        *([f"<p>{context.html(item.note)}</p>"] if item.note else []),
        cited,
        f"{escape(label('checked'))}: {escape(numbers.day(item.checked.on, context.words))}.</p>",
        "</section>",
    ]


def _hours(item: Helpline, context: Context) -> str:
    hours = item.hours
    if hours.always:
        return str(escape(context.label("always")))
    if hours.absent:
        return _absent(Known(absent=hours.absent), context)
    return str(escape(context.words.patterns["hours"].format(start=hours.start, end=hours.end)))


def _known(known: Known, context: Context) -> str:
    if known.day:
        return str(escape(numbers.day(known.day, context.words)))
    if known.items:
        return str(escape(", ".join(context.words.language_names.get(code, code) for code in known.items)))
    return context.html(known.text) if known.text else _absent(known, context)


def _absent(known: Known, context: Context) -> str:
    why = f": {context.html(known.absent)}" if known.absent else ""
    return f'<span class="kb-absent">{escape(context.label("unknown"))}</span>{why}'


def term(item: Term, shown: str | None, context: Context) -> str:
    """A term of the glossary in the form the sentence needs, linked to its meaning at the end of the page."""
    form = escape(shown) if shown else context.html(item.terms)
    return f'<a class="kb-term" href="#term-{escape(item.id)}">{form}</a>'


def terms_of(page: Page, context: Context) -> str:
    """The terms that an article uses, each once with its meaning, linked to the glossary; empty where it uses none.

    They stand on the page itself, so that a meaning can be read without hovering, offline and in print.
    """
    if any(call.name == "kb_glossary" for call in page.calls):
        return ""
    used = dict.fromkeys(call.arguments[0] for call in page.calls if call.name == "kb_term" and call.arguments)
    items = []
    for item in (context.library.glossary[id_] for id_ in used if id_ in context.library.glossary):
        name = context.link("kb_glossary", f"term-{item.id}", context.html(item.terms))
        items += [
            f'<dt id="term-{escape(item.id)}"><dfn>{name}</dfn></dt>',
            f"<dd>{context.html(item.definition)}</dd>",
        ]
    return lines(['<dl class="kb-terms">', *items, "</dl>"]) if items else ""


def glossary(context: Context) -> str:
    """The whole glossary by the alphabet of the language: term, meaning, and the term in the other languages."""
    order = alphabetical(context)
    items = []
    for item in sorted(context.library.glossary.values(), key=lambda item: (order(context.text(item.terms)), item.id)):
        others = [
            f'<span lang="{code}">{escape(item.terms.by_language[code])}</span>'
            for code in context.library.languages
            if code != context.language and code in item.terms.by_language
        ]
        also = item.also.get(context.language, ())
        unseen = context.language == context.library.project.default and not item.seen
        items += [
            f'<dt id="term-{escape(item.id)}"><dfn>{context.html(item.terms)}</dfn>'
            + (f' <small class="kb-status">{escape(context.label("proposed_term"))}</small>' if unseen else "")
            + "</dt>",
            f"<dd><p>{context.html(item.definition)}</p>",
            *([f"<p>{escape(context.label('also'))}: {escape(', '.join(also))}.</p>"] if also else []),
            *([f"<p>{context.html(item.note)}</p>"] if item.note else []),
            f'<p class="kb-others">{" · ".join(others)}</p></dd>',
        ]
    return lines(['<dl class="kb-glossary">', *items, "</dl>"])


def claims(found: list[Claim], context: Context) -> str:
    """What the article that the guide started from said, with what it is worth today, in a folded table."""
    summary = str(escape(context.label("what_2022_said")))
    return lines(
        [
            '<details class="kb-claims">',
            f"<summary>{summary}</summary>",
            *_claims_table(found, summary, "kb-claims-caption", context),
            "</details>",
        ]
    )


def contradictions(context: Context) -> str:
    """Every claim that contradicts another figure, with the reason, linked to the page that tells it."""
    found = [item for item in context.library.claims.values() if item.contradiction]
    caption = str(escape(context.label("contradictions")))
    return lines(
        ['<div class="kb-claims">', *_claims_table(found, caption, "kb-contradictions-caption", context, True), "</div>"]
    )


def _claims_table(found: list[Claim], caption: str, anchor: str, context: Context, linked: bool = False) -> list[str]:
    heads = [context.label(key) for key in ("said", "verdict", "why")]
    body = []
    for item in found:
        verdict = f"<strong>{escape(context.words.verdicts[item.verdict])}</strong>"
        why = f"{context.html(item.why)} <small>{sources.source_line(item.sources, context)}</small>"
        if linked and item.page != context.slug and item.page in context.library.slugs():
            why += f' <a href="{escape(context.href(item.page))}">{escape(context.label("see_page"))}</a>'
        body += [
            f'<tr id="claim-{escape(item.id)}">',
            f'<th scope="row">{context.html(item.said)}</th>',
            f'<td data-label="{escape(heads[1])}">{verdict}</td>',
            f'<td data-label="{escape(heads[2])}">{why}</td>',
            "</tr>",
        ]
    return scrolling_table(anchor, caption, map(escape, heads), body)


def statuses(context: Context) -> str:
    """The statuses of facts and what each of them means."""
    items = []
    for key, name in context.words.statuses.items():
        items += [f"<dt>{escape(name)}</dt>", f"<dd>{escape(context.words.status_notes[key])}</dd>"]
    return lines(['<dl class="kb-statuses">', *items, "</dl>"])
