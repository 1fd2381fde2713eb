"""Numbers that stay on one line with what a dash ties to them: «14-берене», "2021-жылдын", "20 000–50 000"."""

from __future__ import annotations

import re

# Where text is no text, has its own lines, or cannot hold an element; and what only paper shows.
KEPT = re.compile(
    r'(<(head|script|style|pre|code|textarea|option|svg)\b.*?</\2>|<aside class="kb-paper".*?</aside>'
    r"|<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>)",
    re.DOTALL,
)
AMOUNT = r"[0-9]+(?:[ \u00a0.,][0-9]+)*"
# A hyphen before a digit breaks nowhere. A longer word may break, so that narrow screens with large letters hold it.
TIED = re.compile(rf"(?<![\w/.,–-]){AMOUNT}(?:–{AMOUNT}(?:-[^\W\d_]{{1,14}})?|-[^\W\d_]{{1,14}})(?![\w/–-])")


def unbroken(html: str) -> str:
    """The page with each of them in an element of its own, for the style sheet; the text stays as it was."""
    parts = KEPT.split(html)
    # Three parts each: the text, what is kept, and the name of its tag.
    return "".join(
        part or "" if kind == 1 else TIED.sub(r"<kb-whole>\g<0></kb-whole>", part)
        for i, part in enumerate(parts)
        if (kind := i % 3) != 2
    )
