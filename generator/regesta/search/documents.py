"""The documents of the search as files: a manifest, a catalogue of all pages, the texts of the entries in parts."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator

from regesta.model.corpus import Corpus
from regesta.model.site import Artefact, HandWritten
from regesta.search.catalogue import catalogue
from regesta.search.prose import text_of
from regesta.search.texts import text_row

MANIFEST = "search/data/manifest.json"
PART = 1_000
"""How many entries' texts one file holds: some 700 kB, read while the first answers are already given."""


def documents(corpus: Corpus, written: Iterable[HandWritten]) -> Iterator[Artefact]:
    """The catalogue, the parts of the texts, last the manifest that names them. Names carry a hash of the content."""
    pages = [[page.path, page.title, text_of(page.html)] for page in written]
    listing = _artefact("catalogue", catalogue(corpus, pages))
    yield listing
    entries = list(corpus.entries.values())
    texts: list[str] = []
    for start in range(0, len(entries), PART):
        part = _artefact(
            f"texts-{start // PART:03d}", [text_row(corpus, entry) for entry in entries[start : start + PART]]
        )
        yield part
        texts.append(_name(part))
    yield Artefact(MANIFEST, _bytes({"format": 1, "catalogue": _name(listing), "texts": texts}))


def _artefact(name: str, value: object) -> Artefact:
    data = _bytes(value)
    return Artefact(f"search/data/{name}.{hashlib.sha256(data).hexdigest()[:10]}.json", data)


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def _name(artefact: Artefact) -> str:
    return artefact.path.rpartition("/")[2]
