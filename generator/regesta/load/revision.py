"""The data as it stood at a Git revision, to see which published records have gone."""

from __future__ import annotations

import subprocess
from pathlib import Path

from regesta.load.nodes import Document
from regesta.load.places import Place, is_private, place_of
from regesta.load.scan import scan
from regesta.load.text import MAX_BYTES, decode

_UNKNOWN = "Git does not know the revision"


class RevisionError(Exception):
    """Git cannot show the revision; the message says why."""


def read_revision(root: Path, revision: str) -> tuple[tuple[Place, Document], ...]:
    """The documents below `root` as committed at `revision`.

    Files that could not be read then are left out: they held nothing that was published. Raises RevisionError
    where Git is missing, `root` is in no work tree, or there is no such revision.
    """
    if not root.is_dir():
        raise RevisionError(f"{root} is no folder")
    try:
        named = _git(root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    except RevisionError as error:
        raise RevisionError(f"{error} `{revision}`" if str(error) == _UNKNOWN else f"`{revision}`: {error}") from None
    commit = named.decode().strip()
    listing = _git(
        root, "ls-tree", "-r", "-z", "--format=%(objecttype) %(objectsize:padded) %(objectname) %(path)", commit, "."
    )
    wanted: list[tuple[str, Place, str]] = []
    for line in listing.decode("utf-8", "replace").split("\0"):
        kind, _, rest = line.partition(" ")
        if kind != "blob":
            continue
        size, blob, path = rest.split(maxsplit=2)
        parts = Path(path).parts
        place = place_of(parts) if not any(is_private(folder) for folder in parts[:-1]) else None
        if isinstance(place, Place) and int(size) <= MAX_BYTES:
            wanted.append((blob, place, path))
    return tuple(_documents(root, wanted))


def _documents(root: Path, wanted: list[tuple[str, Place, str]]) -> list[tuple[Place, Document]]:
    names = "".join(f"{blob}\n" for blob, _, _ in wanted).encode()
    stream = _git(root, "cat-file", "--batch", stdin=names)
    documents: list[tuple[Place, Document]] = []
    at = 0
    for _, place, path in wanted:
        header_end = stream.index(b"\n", at)
        size = int(stream[at:header_end].split()[2])
        text, _ = decode(stream[header_end + 1 : header_end + 1 + size], path)
        at = header_end + 1 + size + 1
        document = scan(text, path)[0] if text is not None else None
        if document is not None:
            documents.append((place, document))
    return documents


def _git(root: Path, *arguments: str, stdin: bytes = b"") -> bytes:
    try:
        ran = subprocess.run(["git", "-C", str(root), *arguments], input=stdin, capture_output=True, check=False)
    except FileNotFoundError:
        raise RevisionError("Git is not installed") from None
    if ran.returncode != 0:
        told = ran.stderr.decode("utf-8", "replace").strip() or _UNKNOWN
        raise RevisionError(told.splitlines()[-1])
    return ran.stdout
