"""What templates leave behind and nobody sees: white space, and marks for a script of the theme that is not loaded."""

from __future__ import annotations

import re

# Where white space is what is shown, or may be.
KEPT = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL | re.IGNORECASE)
MARK = re.compile(r"""(<[a-z]+\b[^<>]*?) data-md-(?:component|type)="[^"]*\"""")
# A frame for messages, the switch of the search, a place for announcements: only the theme's script fills them.
UNUSED = re.compile(
    r"""(?:<div class="md-dialog"[^>]*>\s*(?:<div[^>]*>\s*</div>\s*)?</div>"""
    r"""|<input\b[^>]* id="__search"[^>]*>|<div>\s*</div>)\s*"""
)
INDENT = re.compile(r"\s*\n\s*")


def without_indents(html: str) -> str:
    """The page with one line end wherever there were empty lines and indents, which a browser shows alike."""
    parts = KEPT.split(html)
    # Three parts each: what is between, what is kept, and the name of its tag.
    return "".join(
        part if kind == 1 else INDENT.sub("\n", part) for i, part in enumerate(parts) if (kind := i % 3) != 2
    ).lstrip()


def without_marks(html: str) -> str:
    """The page without the names by which the theme's script would find its parts, and the parts that it alone fills."""
    while (less := MARK.sub(r"\1", html)) != html:
        html = less
    return UNUSED.sub("", html)
