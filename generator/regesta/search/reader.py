"""The reader's JavaScript as artefacts: one module at a fixed address, the others in a folder named by content."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib.resources import files
from importlib.resources.abc import Traversable

from regesta.model.site import Artefact

SCRIPT = "assets/regesta/search.js"
"""The module that every page loads; it fetches the others when somebody goes to the search."""

_FOLDER = "./search/"


def reader() -> Iterator[Artefact]:
    """The modules, style and vendored files. A change changes the folder's name: no cache ever mixes two versions."""
    root = files("regesta.search") / "assets"
    lazy = sorted(_below(root / "search", ""))
    digest = hashlib.sha256()
    for path, data in lazy:
        digest.update(f"{path}\0{len(data)}\0".encode() + data)
    folder = f"./search-{digest.hexdigest()[:10]}/"
    script = (root / "search.js").read_text("utf-8").replace(_FOLDER, folder)
    yield Artefact(SCRIPT, script.encode())
    for path, data in lazy:
        yield Artefact(f"assets/regesta/{folder[2:]}{path}", data)


def _below(folder: Traversable, prefix: str) -> Iterator[tuple[str, bytes]]:
    for item in folder.iterdir():
        if item.is_dir():
            yield from _below(item, f"{prefix}{item.name}/")
        elif item.name.endswith((".js", ".css", ".txt")):
            yield prefix + item.name, item.read_bytes()
