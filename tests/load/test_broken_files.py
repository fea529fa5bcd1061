"""Broken files as contributors make them, and what each is told: the table is `broken_files.txt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from regesta.compile import Outcome, compile_timelines
from regesta.load.names import FIELD_NAMES
from regesta.model.kinds import Kind
from regesta.normalise.records import schemas
from regesta.normalise.tombstones import tombstone
from regesta.report import text
from tests.miniature import AROUND

TABLE = Path(__file__).with_name("broken_files.txt")


class Case(NamedTuple):
    """A broken file, and the first message about it: place, code, words and help."""

    name: str
    file: str
    message: str
    help: str
    messages: int
    mended: str


def _cases() -> Iterator[Case]:
    for part in re.split(r"^== ", TABLE.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        name, _, rest = part.partition("\n")
        file, _, told = rest.partition("\n--\n")
        message, mend, *more = map(_seen, told.strip("\n").split("\n"))
        number = re.fullmatch(r"\((\d+) messages\)", more[0]) if more else None
        lines: list[str | None] = [*_seen(file).split("\n")]
        for step in more:
            if changed := re.fullmatch(r"=> (\d+)(?:: (.*)| deleted)", step, re.DOTALL):
                lines[int(changed[1]) - 1] = changed[2]
        mended = "".join(f"{line}\n" for line in lines if line is not None)
        yield Case(name, _seen(file) + "\n", message, mend, int(number[1]) if number else 1, mended)


def _seen(shown: str) -> str:
    """A text with what cannot be seen in its place."""
    signs = {"\\t": "\t", "\\r": "\r", "\\n": "\n", "\\\\": "\\"}
    return re.sub(r"\\u([0-9a-f]{4})|\\[trn\\]", lambda one: chr(int(one[1], 16)) if one[1] else signs[one[0]], shown)


def _compiled(root: Path, file: str) -> Outcome:
    for name, content in {**AROUND, "mini/entries/entry.yml": file}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.lstrip("\n").encode() if name in AROUND else content.encode())
    return compile_timelines(root)


@pytest.mark.parametrize("case", list(_cases()), ids=lambda case: case.name)
def test_a_broken_file_is_told_what_is_wrong_where_and_what_to_write(case: Case, tmp_path: Path) -> None:
    outcome = _compiled(tmp_path, case.file)
    told = [one for one in outcome.diagnostics if one.mark.path.endswith("entry.yml")]
    shown = text(told, outcome.texts)
    first = told[0]
    assert f"{first.mark.line}:{first.mark.column} {first.code} {first.message}" == case.message, shown
    assert f"help: {first.mend}" == case.help, shown
    assert len(told) == case.messages, shown


@pytest.mark.parametrize("case", [case for case in _cases() if case.mended != case.file], ids=lambda case: case.name)
def test_a_file_mended_as_advised_is_in_order(case: Case, tmp_path: Path) -> None:
    outcome = _compiled(tmp_path, case.mended)
    left = [one for one in outcome.diagnostics if one.code[:3] in {"FRM", "REF", "NAM", "DAT"} or one.code == "SRC001"]
    assert left == [], text(left, outcome.texts)


ADDRESS = '"https://morning.example.com/1"'
ENTRY = f"title: A meeting\ntype: statement\ncite:\n  a: {{url: {ADDRESS}, stated: 3 May 2024}}\n"


@pytest.mark.parametrize(
    "file",
    [
        ENTRY,
        ENTRY.replace("\n", "\r\n"),
        f"---\n{ENTRY}",
        f"# A comment\n\n{ENTRY}# and another\n",
        ENTRY.replace("A meeting", "A meeting  # to be checked"),
        ENTRY.replace("statement", "statement # from the vocabulary"),
        ENTRY.replace("statement", "statement #sloppy"),
        f"{ENTRY}date: 2024-05-03   # EDTF or a phrase\n",
        f"{ENTRY}date: 2024-05-03 # EDTF\n",
        f"{ENTRY}actors: [anna] # the first\n",
        f"{ENTRY}summary: >-  # our own words\n  They met in room #2 of the house.\n",
        ENTRY.replace("A meeting", "Brigade#2 meets"),
        ENTRY.replace("A meeting", '"Brigade #2 meets"'),
        ENTRY.replace("A meeting", "A meeting at 12:30"),
        ENTRY.replace("A meeting", "“A meeting”, they said"),
        ENTRY.replace("A meeting", "A meeting\n  in two lines"),
        f"{ENTRY}summary: |\n  They said:\n    - we met;\n  ====\n  nothing more.\n",
        f'{{"title": "A", "type": "battle",\n\t"cite": {{"a": {{"url": {ADDRESS}, "stated": "3 May"}}}}}}\n',
    ],
)
def test_a_file_in_order_is_told_nothing_of_its_form(file: str, tmp_path: Path) -> None:
    told = [one for one in _compiled(tmp_path, file).diagnostics if one.code[:3] in {"FRM", "REF", "NAM"}]
    assert told == []


def test_the_names_of_fields_are_those_of_the_schemas() -> None:
    shapes = [*schemas().values(), *(tombstone(kind).schema() for kind in Kind)]
    assert frozenset(name for shape in shapes for name in _names(shape)) == FIELD_NAMES


def _names(schema: object) -> Iterator[str]:
    if isinstance(schema, dict):
        yield from schema.get("properties", ())
        for value in schema.values():
            yield from _names(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _names(value)
