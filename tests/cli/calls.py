"""Running the program inside a test: what it ended with, and what it wrote."""

from __future__ import annotations

import io
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from regesta.cli.entrance import run

MINIATURE = Path(__file__).parents[1] / "rules" / "miniature"


@dataclass(frozen=True)
class Result:
    code: int
    out: str
    err: str


class Program:
    """The command line, run in this process."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
        self._monkeypatch = monkeypatch
        self._capsys = capsys

    def __call__(self, *arguments: object, stdin: bytes = b"") -> Result:
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        self._capsys.readouterr()
        code = run([str(each) for each in arguments])
        written = self._capsys.readouterr()
        return Result(code, written.out, written.err)


def miniature(folder: Path) -> Path:
    """A copy of the miniature corpus."""
    root = folder / "data"
    shutil.copytree(MINIATURE, root)
    return root


def spoil(root: Path) -> Path:
    """Make one mistake in a miniature, and give the file it is in."""
    file = root / "demo" / "entries" / "kursk-retaken.yml"
    file.write_text(file.read_text(encoding="utf-8").replace("places: [gornal]", "places: [gornall]"), encoding="utf-8")
    return file
