"""Every disagreement with two other libraries over the tables of this folder is known, and has a reason."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from regesta.edtf import EdtfError, parse
from tests.edtf.other_libraries import python_edtf, python_edtf_accepts, validator_accepts
from tests.edtf.tables import accepted, refused

KINDS = ("edtf_validate refuses", "edtf_validate accepts", "edtf refuses", "edtf fails", "edtf accepts", "edtf bounds")


def listed(name: str = "disagreements.txt") -> Iterator[tuple[str, str, str]]:
    """The rows of such a file: kind, string, reason."""
    kind = reason = ""
    for line in Path(__file__).with_name(name).read_text("utf-8").splitlines():
        if line.startswith("## "):
            kind, _, reason = line[3:].partition(": ")
        elif line and not line.startswith("#"):
            for text in [str(ast.literal_eval(line))] if line.startswith('"') else line.split():
                yield kind, text, reason


def found() -> Iterator[tuple[str, str]]:
    """The disagreements there are."""
    for row in accepted():
        if not validator_accepts(row.text):
            yield "edtf_validate refuses", row.text
        bounds = python_edtf(row.text)
        if isinstance(bounds, str):
            yield f"edtf {'refuses' if bounds == 'refused' else 'fails'}", row.text
        elif bounds != (row.earliest, row.latest):
            yield "edtf bounds", row.text
    for stray in refused():
        if validator_accepts(stray.text):
            yield "edtf_validate accepts", stray.text
        if python_edtf_accepts(stray.text):
            yield "edtf accepts", stray.text


@pytest.fixture(scope="module")
def disagreements() -> set[tuple[str, str]]:
    return set(found())


@pytest.mark.parametrize("kind", KINDS)
def test_every_disagreement_is_listed_and_every_listed_one_is_one(
    kind: str, disagreements: set[tuple[str, str]]
) -> None:
    ours = {text for other, text, _ in listed() if other == kind}
    assert ours == {text for other, text in disagreements if other == kind}


def test_every_disagreement_has_a_reason() -> None:
    assert {kind for kind, _, _ in listed()} == set(KINDS)
    assert all(len(reason) > 20 for _, _, reason in listed())


@pytest.mark.parametrize(("kind", "text", "reason"), list(listed("edtf_js.txt")))
def test_where_the_javascript_library_differs_the_verdict_here_stands(kind: str, text: str, reason: str) -> None:
    assert kind in ("edtf.js accepts", "edtf.js refuses")
    assert len(reason) > 20
    try:
        parse(text)
    except EdtfError:
        assert kind == "edtf.js accepts"
    else:
        assert kind == "edtf.js refuses"
