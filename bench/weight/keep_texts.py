"""A hook that keeps the Markdown of every article as it is once its macros are made, for the same text in another theme."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page


# After the macros.
@event_priority(-100)
def on_page_markdown(markdown: str, page: Page, **_: Any) -> None:
    """Write the text into the folder named by KEEP_TEXTS, below its language."""
    title = str(page.title).replace('"', "'")
    path = Path(os.environ["KEEP_TEXTS"]) / page.file.locale / page.file.norm_src_uri
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {title}\n\n{markdown}", encoding="utf-8")
