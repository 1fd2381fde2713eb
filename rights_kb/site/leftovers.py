"""What templates leave behind and nobody sees: marks for the theme's script, which is not loaded, and what it fills."""

from __future__ import annotations

import re

# A browser that kept the menu open over a reload does no harm either.
MARK = re.compile(r"""(<[a-z]+\b[^<>]*?) (?:data-md-(?:component|type)="[^"]*"|autocomplete="off")""")
# A frame for messages, the switch of the search, a place for announcements: only the theme's script fills them.
UNUSED = re.compile(
    r"""(?:<div class="md-dialog"[^>]*>\s*(?:<div[^>]*>\s*</div>\s*)?</div>"""
    r"""|<input\b[^>]* id="__search"[^>]*>|<div>\s*</div>)\s*"""
)
# In HTML an <svg> is one without saying so.
NAMESPACE = re.compile(r"""(<svg\b[^<>]*?) xmlns="http://www\.w3\.org/2000/svg\"""")


def without_marks(html: str) -> str:
    """The page without the names by which the theme's script would find its parts, and the parts that it alone fills."""
    while (less := MARK.sub(r"\1", html)) != html:
        html = less
    return NAMESPACE.sub(r"\1", UNUSED.sub("", html))
