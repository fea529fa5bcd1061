"""An excerpt of the real corpus: a few entries with all they lean on, small enough to compile a hundred times."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import yaml

from regesta.compile import Outcome, compile_timelines
from regesta.edit import Plain, written
from tests.rules.examples import configuration_beside

CORPUS = Path(__file__).parents[2] / "timelines"
TIMELINE = "russia-ukraine"

Fields = dict[str, Plain]


class Excerpt:
    """A copy of some files of the corpus in `root`, each test changing some of them and putting them back."""

    def __init__(self, root: Path, entries: Iterable[str], also: Iterable[str] = ()) -> None:
        self.root = root
        self._files = {self._path_of(file): file.read_text(encoding="utf-8") for file in _closure(entries, also)}
        self._changed: set[str] = set()
        for path in self._files:
            self._put(path, self._files[path])

    def file(self, record_id: str, folder: str = "entries") -> str:
        """The path of a record's file below the root."""
        return next(path for path in self._files if f"/{folder}/" in f"/{path}" and Path(path).stem == record_id)

    def text(self, path: str) -> str:
        """A file as it is in the corpus."""
        return self._files[path]

    def put(self, path: str, text: str | bytes) -> None:
        """Write a file, new or changed, for this test alone."""
        self._changed.add(path)
        self._put(path, text)

    def change(self, record_id: str, edit: Callable[[dict[str, object]], None], folder: str = "entries") -> None:
        """Change the fields of a record."""
        path = self.file(record_id, folder)
        fields = yaml.load(self._files[path], Loader=yaml.CBaseLoader)
        edit(fields)
        self.put(path, written(_truths(fields)))

    def remove(self, path: str) -> None:
        """Take a file away for this test alone."""
        self._changed.add(path)
        (self.root / path).unlink()

    def restore(self) -> None:
        """Put everything back."""
        for path in self._changed:
            (self.root / path).unlink(missing_ok=True)
            if path in self._files:
                self._put(path, self._files[path])
        self._changed.clear()

    def compiled(self, base: str | None = None) -> Outcome:
        """The excerpt as it stands, compiled."""
        return compile_timelines(self.root, base=base, configuration=configuration_beside(self.root))

    def _path_of(self, file: Path) -> str:
        return file.relative_to(CORPUS).as_posix()

    def _put(self, path: str, text: str | bytes) -> None:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))


def _truths(value: Any) -> Any:
    """The same with truth values, which the loader of texts does not tell from words."""
    if isinstance(value, dict):
        return {name: _truths(each) for name, each in value.items()}
    if isinstance(value, list):
        return [_truths(each) for each in value]
    return value == "true" if value in ("true", "false") else value


def _closure(entries: Iterable[str], also: Iterable[str]) -> list[Path]:
    """The files of the entries, the timeline's own, and those of every other record that one of them names."""
    all_named: dict[str, list[Path]] = {}
    for file in sorted(CORPUS.rglob("*.yml")):
        if "entries" not in file.parts:
            all_named.setdefault(file.stem, []).append(file)
    todo = [file for name in entries for file in (CORPUS / TIMELINE / "entries").rglob(f"{name}.yml")]
    todo += [CORPUS / TIMELINE / "timeline.yml", *(file for name in also for file in all_named[name])]
    found: dict[Path, None] = {}
    while todo:
        file = todo.pop()
        if file in found:
            continue
        found[file] = None
        for line in file.read_text(encoding="utf-8").splitlines():
            # Prose names no records: without this every place mentioned in a note would come along.
            if not re.match(r"\s*(summary|note|title|why|says|text|quote|what|introduction):", line):
                todo += [other for word in re.findall(r"[a-z0-9-]+", line) for other in all_named.get(word, ())]
    return sorted(found)
