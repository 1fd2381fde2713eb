"""What changed in the guide: a list on a page, and an Atom feed for each language."""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape as xml_escape
from xml.sax.saxutils import quoteattr

from markupsafe import escape

from rights_kb import numbers
from rights_kb.models import Change, Place, Text
from rights_kb.render.context import Context, lines


def newest_first(context: Context) -> list[Change]:
    """All changes, the newest first; of one day those of the file, in its order, and then those of the tables."""
    found = [*context.library.changes.values(), *_of_tables(context)]
    return sorted(found, key=lambda item: item.day, reverse=True)


def _of_tables(context: Context) -> Iterator[Change]:
    """What was done to the figures of each table since it was published; that itself is told in the file of changes."""
    for table in context.library.tables.values():
        home = context.whole_home_of("kb_table", table.slug)
        for number, revision in enumerate(table.revisions[1:], 1):
            done = context.label(f"revision_{revision.what}")
            told = f"{context.text(table.title)}: {done}. {context.text(revision.reason)}"
            id_ = f"table-{table.slug}-{number}"
            text = Text({context.language: told})
            yield Change(id_, revision.day, text, (home,) if home else (), Place(table.place.file, revision.line))


def listed(context: Context) -> str:
    """Every change with its day and links to the pages that it touches."""
    items = []
    for item in newest_first(context):
        known = [slug for slug in item.pages if context.library.page(context.language, slug)]
        links = [f'<a href="{escape(context.href(slug))}">{escape(_title(slug, context))}</a>' for slug in known]
        items += [
            f'<li id="change-{escape(item.id)}">',
            f'<time datetime="{item.day}">{escape(numbers.day(item.day, context.words))}</time>',
            f"<p>{context.html(item.text)}</p>",
            *([f"<p>{' · '.join(links)}</p>"] if links else []),
            "</li>",
        ]
    return lines(['<ol class="kb-changes" reversed>', *items, "</ol>"])


def _title(slug: str, context: Context) -> str:
    page = context.library.page(context.language, slug)
    # A title with a macro in it is told by its address; the list must not depend on the macros.
    return page.title if page and "{{" not in page.title else slug


def feed(context: Context, page_address: str, feed_address: str) -> str:
    """The changes as an Atom feed; addresses are absolute. Dates come from the data, so that a build repeats itself."""
    found = newest_first(context)
    newest = f"{found[0].day}T00:00:00Z" if found else "1970-01-01T00:00:00Z"
    site = context.label("site_name")
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={quoteattr(context.language)}>',
        f"<title>{xml_escape(site)}: {xml_escape(context.label('changes'))}</title>",
        f"<id>{xml_escape(feed_address)}</id>",
        f'<link rel="self" href={quoteattr(feed_address)}/>',
        f'<link rel="alternate" href={quoteattr(page_address)}/>',
        f"<updated>{newest}</updated>",
        f"<author><name>{xml_escape(site)}</name></author>",
    ]
    for item in found:
        text = context.text(item.text)
        address = f"{page_address}#change-{item.id}"
        parts += [
            "<entry>",
            f"<title>{xml_escape(text)}</title>",
            f"<id>{xml_escape(address)}</id>",
            f"<link href={quoteattr(address)}/>",
            f"<updated>{item.day}T00:00:00Z</updated>",
            f"<summary>{xml_escape(text)}</summary>",
            "</entry>",
        ]
    return lines([*parts, "</feed>"]) + "\n"
