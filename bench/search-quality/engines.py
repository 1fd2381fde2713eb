"""The searches that are measured: the guide's own, and others over the same articles."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import macros
from rights_kb.library import open_library
from rights_kb.search.ranking import open_index

# Query → the slugs that are found, the best first.
Asked = dict[str, list[str]]


def ask_python(root: Path, language: str, texts: list[str]) -> Asked:
    """What `kb search` finds."""
    index = open_index(open_library(root), language, macros.render)
    return {text: [answer.slug for answer in index.find(text)] for text in texts}


ENGINES: dict[str, Callable[[Path, str, list[str]], Asked]] = {"python": ask_python}
# Those that must keep the bars.
OWN = {"python"}
