"""Debian's nginx on this machine alone, with the very lines that docs/hosting.md gives."""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ADVICE = "There is no nginx, with which these tests serve the site. Install it (Debian and Ubuntu: apt install nginx-light)."
# A program of the system, which is not on the path of every user.
PATHS = ("/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin")
ROOT_OF_THE_GUIDE = "root /srv/guide/site;"


class NoNginx(LookupError):
    """No nginx was found; says how to get one."""


def find_nginx(on_path: str | None = None) -> str:
    """The path of nginx; `on_path` instead of the folders that are searched. Raises NoNginx."""
    places = [on_path] if on_path is not None else [None, *PATHS]
    for place in places:
        if found := shutil.which("nginx", path=place):
            return found
    raise NoNginx(ADVICE)


def snippet(docs: str, language: str) -> str:
    """The lines for one server in the page for those who host the site."""
    found = re.search(rf"```{language}\n(.*?)```", docs, re.DOTALL)
    if found is None:
        raise LookupError(f"docs/hosting.md has no lines for {language}.")
    return found[1]


def configuration(docs: str, site: Path, folder: Path, port: int, built: str) -> str:
    """A whole configuration around the lines of the documentation; `built` is what `nginx -V` says of itself."""
    server = snippet(docs, "nginx")
    if ROOT_OF_THE_GUIDE not in server:
        raise LookupError(f"The lines for nginx in docs/hosting.md have no `{ROOT_OF_THE_GUIDE}`.")
    server = server.replace(ROOT_OF_THE_GUIDE, f"root {site};\n    listen 127.0.0.1:{port};", 1)
    # It would keep half-read files in folders of the system.
    names = re.findall(r"--http-([\w-]+-temp-path)=", built)
    kept = "\n".join(f"{name.replace('-', '_')} {folder / name};" for name in names)
    types = Path(re.search(r"--conf-path=(\S+)", built)[1]).with_name("mime.types")
    return (
        f"daemon off;\nmaster_process off;\npid {folder}/pid;\nerror_log {folder}/error.log;\n"
        f"events {{}}\nhttp {{\ninclude {types};\ndefault_type application/octet-stream;\n{kept}\n{server}\n}}\n"
    )


@contextmanager
def serving(site: Path, docs: str, folder: Path) -> Iterator[str]:
    """The address of a site served by nginx while the block lasts. Raises NoNginx, or RuntimeError with what nginx said."""
    program = find_nginx()
    built = subprocess.run([program, "-V"], capture_output=True, text=True).stderr
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "nginx.conf").write_text(configuration(docs, site, folder, port, built))
    command = [program, "-c", str(folder / "nginx.conf"), "-e", str(folder / "start.log")]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    try:
        for _ in range(100):
            if server.poll() is not None:
                raise RuntimeError(f"nginx does not start: {server.stderr.read()}")
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", port)) == 0:
                    break
            time.sleep(0.05)
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()
