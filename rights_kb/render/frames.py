"""The frame of a table: what lets it scroll sideways on a narrow screen, and be reached there by keyboard."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import escape


def scrolling_table(
    caption_id: str, caption: str, heads: Iterable[str], body: Iterable[str], look: str = "", anchor: str = ""
) -> list[str]:
    """The lines of a table, named by its caption; caption, heads and body are HTML, `look` is its class, `anchor` its id."""
    attributes = (f' id="{escape(anchor)}"' if anchor else "") + (f' class="{escape(look)}"' if look else "")
    return [
        f'<div class="kb-scroll" role="region" tabindex="0" aria-labelledby="{escape(caption_id)}">',
        f"<table{attributes}>",
        f'<caption id="{escape(caption_id)}">{caption}</caption>',
        "<thead>",
        "<tr>",
        *(f'<th scope="col">{head}</th>' for head in heads),
        "</tr>",
        "</thead>",
        "<tbody>",
        *body,
        "</tbody>",
        "</table>",
        "</div>",
    ]
