"""What a page may do, told to the browser: in the page itself, since it may come from a stick, and by the server."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from rights_kb.site.inline_scripts import inline_scripts

# After the encoding, which has to stand first, and before anything that is asked for.
PLACE = re.compile(r"<meta charset=[^>]*>")
NAME = "_headers"
# Only a server can say these; `frame-ancestors` is ignored in a page.
HEADERS = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "Cross-Origin-Opener-Policy": "same-origin",
}

# The names of these files change with what is in them, so a browser may keep them as long as it likes.
KEPT = ("/assets/*", "Cache-Control: max-age=31536000")


def script_hashes(html: str) -> list[str]:
    """The hashes of the scripts that stand in a page itself, each once; data in a script element is no script."""
    digests = (hashlib.sha256(code.encode()).digest() for code in inline_scripts(html))
    return sorted({f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests})


def policy(hashes: Iterable[str]) -> str:
    """What a page may ask for: files of its own site, and the scripts in it that have these hashes.

    Fonts are those of the device, and workers are scripts; what is not named may not be asked for.
    """
    return "; ".join(
        (
            "default-src 'none'",
            " ".join(("script-src 'self'", *hashes)),
            "style-src 'self'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )


def secured(html: str) -> str:
    """The page with its policy in it. Raises ValueError for a page that names no encoding, where it would have no place."""
    tag = f'<meta http-equiv="Content-Security-Policy" content="{policy(script_hashes(html))}">'
    made, count = PLACE.subn(lambda found: f"{found[0]}{tag}", html, count=1)
    if not count:
        raise ValueError("The page has no <meta charset>, behind which its policy stands.")
    return made


def headers_file(pages: Iterable[str]) -> str:
    """What a server is to say with every file, in the form that hosts of static sites read."""
    hashes = sorted({hash_ for page in pages for hash_ in script_hashes(page)})
    said = {"Content-Security-Policy": f"{policy(hashes)}; frame-ancestors 'none'", **HEADERS}
    lines = ["/*", *(f"  {name}: {value}" for name, value in said.items()), KEPT[0], f"  {KEPT[1]}"]
    return "".join(f"{line}\n" for line in lines)
