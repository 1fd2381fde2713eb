"""Sources and laws as a reader sees them: a note under a table, and the whole lists."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup, escape

from rights_kb import numbers
from rights_kb.models import Law, Source
from rights_kb.render.context import Context, lines


def publisher(source: Source, context: Context) -> str:
    """The publisher's name as HTML."""
    return str(escape(source.publisher)) if isinstance(source.publisher, str) else context.html(source.publisher)


def year(source: Source, context: Context) -> str:
    """The year of a source, or a word for "undated"."""
    return context.label("undated") if source.published == "unknown" else source.published[:4]


def note(source: Source, context: Context) -> str:
    """ "Title, publisher, year", linked to the list of sources."""
    shown = f"<cite>{context.html(source.title)}</cite>, {publisher(source, context)}, {escape(year(source, context))}"
    return context.link("kb_sources", f"source-{source.id}", shown)


def short_note(source: Source, context: Context) -> str:
    """ "Publisher, year", linked to the list of sources: for the middle of a sentence."""
    shown = f"{publisher(source, context)}, {escape(year(source, context))}"
    return context.link("kb_sources", f"source-{source.id}", shown)


def source_line(ids: Iterable[str], context: Context) -> str:
    """All sources of a table in one line, each once."""
    unique = dict.fromkeys(ids)
    found = [note(context.library.sources[id_], context) for id_ in unique if id_ in context.library.sources]
    label = context.label("source" if len(found) == 1 else "sources")
    return f"{escape(label)}: {'; '.join(found)}."


def moment(typed: str, context: Context) -> str:
    """A date, a month, a year or "unknown" in prose."""
    return context.label("unknown") if typed == "unknown" else numbers.period(typed, context.words)


def source_list(context: Context) -> str:
    """Every source, in the order of the file, with its address and dates."""
    items = []
    for source in context.library.sources.values():
        items += [
            f'<li id="source-{escape(source.id)}">',
            f"<p><cite>{context.html(source.title)}</cite>.",
            f"{publisher(source, context)}.",
            f"{escape(context.label('published'))}: {escape(moment(source.published, context))}.",
            f"{escape(context.label('accessed'))}: {escape(numbers.day(source.accessed, context.words))}.",
            f"{escape(context.label('in_languages'))}: {escape(_languages(source.languages, context))}.</p>",
            *(f"<p>{context.html(part)}</p>" for part in [source.note] if part),
            *(
                f'<p class="kb-address"><a href="{escape(address)}">{escape(address)}</a></p>'
                for address in source.addresses
            ),
            "</li>",
        ]
    return lines(['<ul class="kb-sources">', *items, "</ul>"])


def _languages(codes: tuple[str, ...], context: Context) -> str:
    return ", ".join(context.words.language_names.get(code, code) for code in codes)


def law_title(law: Law, context: Context) -> str:
    """The law's name, linked to its text where the address is known."""
    name = context.html(law.title)
    return f'<a href="{escape(law.address)}">{name}</a>' if law.address else name


def citation(law: Law | None, article: str | None, context: Context, part: str | None = None) -> str:
    """ "Labour Code, art. 14(2)" as HTML in the pattern of the language; empty without a law."""
    if law is None:
        return ""
    name = law_title(law, context)
    whole = _with_parts(article or "", part)
    if not whole:
        return name
    first, _, inner = whole.partition("(")
    patterns = context.words.patterns
    several = "," in whole or "–" in whole
    if inner and not several:
        part_, _, point = inner.removesuffix(")").partition(")(")
        pattern = escape(patterns["article_point" if point else "article_part"])
        return str(pattern.format(law=Markup(name), article=first, part=part_, point=point))
    return str(escape(patterns["articles" if several else "article"]).format(law=Markup(name), article=whole))


def _with_parts(article: str, parts: str | None) -> str:
    """ "166(3)(1), 166(3)(2)" of the article 166 and the parts "3(1), 3(2)"."""
    if not parts:
        return article
    return ", ".join(f"{article}({part.replace('(', ')(').rstrip(')')})" for part in parts.split(", "))


def edition(law: Law, context: Context) -> str:
    """Which edition was read, whether a newer one exists, and when that was checked."""
    parts = []
    if law.edition:
        parts.append(f"{context.label('edition_read')}: {numbers.day(law.edition, context.words)}.")
    if law.behind and law.newest and law.newest_seen:
        sentence = context.words.patterns["newer_edition"]
        newest, seen = (numbers.day(moment_, context.words) for moment_ in (law.newest, law.newest_seen))
        parts.append(sentence.format(edition=newest, seen=seen))
    if law.status != "in-force":
        parts.append(f"{context.words.law_statuses[law.status]}.")
    return str(escape(" ".join(parts)))


def law_list(laws: Iterable[Law], context: Context, anchors: bool = False) -> str:
    """Laws with number, date, edition and the day they were checked."""
    items = []
    for law in laws:
        items += [
            f'<li id="law-{escape(law.id)}">' if anchors else "<li>",
            f"{law_title(law, context)}{_aside(_number_and_date(law, context))}.",
            edition(law, context),
            f"{escape(context.label('checked'))}: {escape(numbers.day(law.checked.on, context.words))}.",
            *(f"<p>{context.html(part)}</p>" for part in [law.note] if part and anchors),
            "</li>",
        ]
    return lines(['<ul class="kb-laws">', *items, "</ul>"]) if items else ""


def _aside(text: str) -> str:
    return f" <span>({escape(text)})</span>" if text else ""


def _number_and_date(law: Law, context: Context) -> str:
    parts = []
    if law.date:
        parts.append(moment(law.date, context))
    if law.number:
        parts.append(context.words.patterns["number"].format(number=law.number))
    return ", ".join(parts)


def status_note(status: str, context: Context) -> str:
    """The status in words for the reader, empty where the fact is confirmed."""
    if status == "confirmed":
        return ""
    return f'<small class="kb-status kb-status--{escape(status)}">({escape(context.words.statuses[status])})</small>'
