"""What stands folded under a whole table: its permanent address, how to cite it, and what changed in it."""

from __future__ import annotations

import re

from markupsafe import escape

from rights_kb import numbers
from rights_kb.models import Revision, Table
from rights_kb.render import citations
from rights_kb.render.context import Context

CLASS = "kb-colophon"
# The standard is named in Russian in whatever language the page is.
GOST = '<span lang="ru">ГОСТ Р 7.0.5–2008</span>'
# The whole of it in a page.
FOLDED = re.compile(rf'<details class="{CLASS}".*?</details>', re.DOTALL)


def html(table: Table, address: str, context: Context) -> list[str]:
    """The lines of the folded part; it works without scripts and is kept out of the search."""
    gost, bibtex = (escape(style(table, address, context)) for style in (citations.gost, citations.bibtex))
    shown = {
        escape(context.label("permanent_address")): f'<a href="{escape(address)}">{escape(address)}</a>',
        GOST: f"{gost}<br><small>{escape(context.label('cite_day'))}</small>",
        "APA 7": citations.apa(table, address, context),
        "BibTeX": f"<pre><code>{bibtex}</code></pre>",
    }
    if table.revisions:
        items = "".join(f"<li>{revision(item, context)}</li>" for item in reversed(table.revisions))
        shown[escape(context.label("changes"))] = f"<ul>{items}</ul>"
    return [
        f'<details class="{CLASS}" data-search-exclude>',
        f"<summary>{escape(context.label('cite_table'))}</summary>",
        "<dl>",
        *(line for name, value in shown.items() for line in (f"<dt>{name}</dt>", f"<dd>{value}</dd>")),
        "</dl>",
        "</details>",
    ]


def revision(item: Revision, context: Context) -> str:
    """One revision as HTML: its day, what was done, and why."""
    day = f'<time datetime="{item.day}">{escape(numbers.day(item.day, context.words))}</time>'
    return f"{day}: {escape(context.label(f'revision_{item.what}'))}. {context.html(item.reason)}"
