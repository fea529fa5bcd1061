"""The spare tree, brought up to date by the difference of two manifests.

A manifest says of each file its size, the hash of its content and the time of its last change. It lies beside the
trees under a name made of the tree's own identity (device and inode), which an exchange does not alter: no crash can
leave a tree with the other's manifest. And it is not trusted: a file counts as unchanged only while its size and time
are still those of the manifest.
"""
# These loops run for every file of the site, where a Path costs more than the system call.
# ruff: noqa: PTH102, PTH106, PTH108, PTH112

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Container, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from orjson import dumps, loads

from regesta.host import Refused

FORMAT = 1


class Kept(NamedTuple):
    """One file as the manifest knows it. `changed` is in nanoseconds since 1970."""

    size: int
    digest: str
    changed: int


@dataclass(slots=True)
class Put:
    """What one process has put into a tree: its files, and how many of them were not there already."""

    files: dict[str, Kept] = field(default_factory=dict)
    written: int = 0


@dataclass(slots=True)
class Tally:
    """What a run did to the tree: the files and bytes that it holds, and how many were written or removed."""

    files: int = 0
    bytes: int = 0
    written: int = 0
    removed: int = 0


def manifest_name(tree: Path) -> str:
    """The name of the manifest of a folder, wherever the folder is moved."""
    status = tree.stat()
    return f"{status.st_dev:x}-{status.st_ino:x}.json"


def digest(data: bytes) -> str:
    """What tells one content from another."""
    return hashlib.sha256(data).hexdigest()


class Tree:
    """A folder being made to hold exactly the files that are put into it, by one writer or several."""

    def __init__(self, root: Path, manifests: Path) -> None:
        self.root = root
        self._manifests = manifests
        self.tally = Tally()
        root.mkdir(parents=True, exist_ok=True)
        self._former = self._read(root)
        self._found = _walk(root)[0]
        self._now: dict[str, Kept] = {}
        self._clear_irregular()

    @property
    def paths(self) -> Container[str]:
        """The files that were put here."""
        return self._now.keys()

    def writer(self) -> Writer:
        """Somebody who puts files here. What was put counts when it is taken."""
        return Writer(self.root, self._former, self._found)

    def take(self, put: Put) -> None:
        """Count what a writer, perhaps of another process, has put here."""
        self._now.update(put.files)
        self.tally.files += len(put.files)
        self.tally.bytes += sum(kept.size for kept in put.files.values())
        self.tally.written += put.written

    def changed_from(self, other: Path) -> int:
        """How many of the files that were put here are new or changed against another tree, by its manifest."""
        held = self._read(other)
        return sum(path not in held or held[path].digest != kept.digest for path, kept in self._now.items())

    def finish(self) -> None:
        """Remove what was not put, and write down what is there. The set of files is now exact, or this refuses."""
        for path in self._found.keys() - self._now.keys():
            # Gone already is a file whose place a folder needed, or that lay in a folder whose place a file needed.
            if os.path.lexists(file := f"{self.root}/{path}") and not os.path.isdir(file):
                os.unlink(file)
            self.tally.removed += 1
        there, folders = _walk(self.root)
        _drop_empty_folders(self.root, folders, there)
        wanted = {path: (kept.size, kept.changed) for path, kept in self._now.items()}
        if there != wanted:
            strays = sorted(path for path, _ in there.items() ^ wanted.items())[:3]
            raise Refused(f"{self.root} changed while the site was written ({', '.join(strays)}); build again")
        self._save()

    def _clear_irregular(self) -> None:
        """Take away links and the like before anything is written, so that nothing is written through them."""
        for path in [path for path, (size, _) in self._found.items() if size < 0]:
            os.unlink(f"{self.root}/{path}")
            del self._found[path]

    def _manifest(self, tree: Path) -> Path:
        return self._manifests / manifest_name(tree)

    def _read(self, tree: Path) -> dict[str, Kept]:
        """What the manifest of a tree says: nothing where there is none that can be read."""
        try:
            held = loads(self._manifest(tree).read_bytes())
            if held["format"] != FORMAT:
                return {}
            return {path: Kept(int(size), str(text), int(time)) for path, (size, text, time) in held["files"].items()}
        except (OSError, ValueError, TypeError, KeyError):
            return {}

    def _save(self) -> None:
        self._manifests.mkdir(parents=True, exist_ok=True)
        target = self._manifest(self.root)
        fresh = target.with_suffix(".new")
        fresh.write_bytes(dumps({"format": FORMAT, "files": {path: tuple(kept) for path, kept in self._now.items()}}))
        fresh.replace(target)


class Writer:
    """Puts files into a tree of which it knows what it held before."""

    def __init__(self, root: Path, former: Mapping[str, Kept], found: Mapping[str, tuple[int, int]]) -> None:
        self.made = Put()
        self._root = root
        self._former = former
        self._found = found
        self._folders: set[str] = set()
        self._fresh: set[str] = set()
        """Folders that this writer has made: nothing was in them."""

    def put(self, path: str, data: bytes) -> None:
        """Have `data` at `path`, writing only when it is not there already. `path` was checked by the shelf."""
        size, hashed = len(data), digest(data)
        former = self._former.get(path)
        if former is not None and former.digest == hashed and self._found.get(path) == (size, former.changed):
            self.made.files[path] = former
            return
        self.made.files[path] = Kept(size, hashed, self._write(path, data))
        self.made.written += 1

    def _write(self, path: str, data: bytes) -> int:
        target = f"{self._root}/{path}"
        folder = path.rpartition("/")[0]
        self._make_folder(folder)
        # A new file, never the old one overwritten: whoever still reads the old one reads it whole.
        if path in self._found:
            with suppress(FileNotFoundError):
                os.unlink(target)
        elif folder not in self._fresh and os.path.isdir(target):
            shutil.rmtree(target)
        try:
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644)
        except FileExistsError as error:
            raise Refused(f"{path} is written twice") from error
        try:
            rest = memoryview(data)
            while rest:
                rest = rest[os.write(handle, rest) :]
            return os.fstat(handle).st_mtime_ns
        finally:
            os.close(handle)

    def _make_folder(self, folder: str) -> None:
        if folder in self._folders:
            return
        self._folders.add(folder)
        parent = folder.rpartition("/")[0]
        if parent:
            self._make_folder(parent)
        target = f"{self._root}/{folder}"
        if folder in self._found:
            # Another writer may have needed the same folder in the place of this file, and have made it.
            with suppress(FileNotFoundError, IsADirectoryError, PermissionError):
                os.unlink(target)
        try:
            os.mkdir(target)
            self._fresh.add(folder)
        except FileExistsError:
            pass


def _walk(root: Path) -> tuple[dict[str, tuple[int, int]], list[str]]:
    """Everything below `root`: size and time of change of each entry that is no folder, by path; and the folders, each
    after the one that it lies in. Links are not followed.
    """
    found: dict[str, tuple[int, int]] = {}
    folders: list[str] = []
    waiting = [(str(root), "")]
    while waiting:
        folder, prefix = waiting.pop()
        with os.scandir(folder) as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    folders.append(f"{prefix}{entry.name}")
                    waiting.append((entry.path, f"{prefix}{entry.name}/"))
                else:
                    status = entry.stat(follow_symlinks=False)
                    regular = entry.is_file(follow_symlinks=False)
                    found[f"{prefix}{entry.name}"] = (status.st_size if regular else -1, status.st_mtime_ns)
    return found, folders


def _drop_empty_folders(root: Path, folders: Sequence[str], files: Iterable[str]) -> None:
    needed: set[str] = set()
    for path in files:
        while (path := path.rpartition("/")[0]) and path not in needed:
            needed.add(path)
    for folder in reversed(folders):
        if folder not in needed:
            os.rmdir(f"{root}/{folder}")


def forget(manifests: Path, living: list[Path]) -> None:
    """Delete manifests of trees that are no more."""
    names = {manifest_name(tree) for tree in living if tree.exists()}
    for file in manifests.glob("*"):
        if file.name not in names:
            file.unlink()


def empty(folder: Path) -> None:
    """Have `folder` there with nothing in it."""
    if folder.is_symlink() or folder.is_file():
        folder.unlink()
    elif folder.exists():
        shutil.rmtree(folder)
    folder.mkdir(parents=True)
