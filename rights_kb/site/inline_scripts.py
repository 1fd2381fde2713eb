"""The scripts that stand in a page itself; data in a script element is no script."""

from __future__ import annotations

import re
from functools import cache

import rjsmin

INLINE = re.compile(r"(?P<tag><script(?P<attributes>(?![^>]*\bsrc=)[^>]*)>)(?P<code>.*?)(?P<end></script>)", re.DOTALL)


def inline_scripts(html: str) -> list[str]:
    """The codes of these scripts, in their order."""
    return [found["code"] for found in INLINE.finditer(html) if not _is_data(found)]


def with_short_scripts(html: str) -> str:
    """The page with these scripts without comments and indents."""
    return INLINE.sub(
        lambda found: found[0] if _is_data(found) else f"{found['tag']}{_short(found['code'])}{found['end']}", html
    )


def _is_data(found: re.Match[str]) -> bool:
    return "json" in found["attributes"]


# All pages have the same few.
@cache
def _short(code: str) -> str:
    return rjsmin.jsmin(code)
