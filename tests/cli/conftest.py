"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.calls import Program, miniature


@pytest.fixture
def regesta(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Program:
    """The program, in a surrounding without colours of its own."""
    monkeypatch.delenv("NO_COLOR", raising=False)
    return Program(monkeypatch, capsys)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the miniature corpus."""
    return miniature(tmp_path)
