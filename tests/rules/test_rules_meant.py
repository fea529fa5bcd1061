"""An id that is none is answered with one that exists, or may be made; once for each text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from regesta.compile import Outcome
from regesta.model.diagnostics import Diagnostic
from tests.miniature import compiled

HEAD = "title: A battle\ntype: battle\ndate: 2024-05-03\n"
OTHERWISE = (
    "if that is meant; if not, write `anna-north`, and make `authority/actors/anna-north.yml` with `name: …` and "
    "`kind: …`: `regesta new actor`"
)
CITE = "cite: {a: {url: 'https://morning.example.com/1'}}\n"


def refused(outcome: Outcome) -> list[Diagnostic]:
    return [one for one in outcome.diagnostics if one.code in ("NAM001", "REF010", "REF012", "REF002", "FRM034")]


@pytest.mark.parametrize(
    ("more", "mend"),
    [
        ("actors: [Anna North]", f"write `anna`, {OTHERWISE}"),
        ("actors: [BORIS]", "write `boris`"),
        ("actors: [{ref: Anna North, role: speaker}]", f"write `anna`, {OTHERWISE}"),
        ("actors: [{ref: anna, role: Speaker}]", "write `speaker`"),
        (
            "actors: [Leo Stranger]",
            "write `leo-stranger`, and make `authority/actors/leo-stranger.yml` with `name: …` and `kind: …`: "
            "`regesta new actor`",
        ),
        ("places: [River Town]", "write `river-town`"),
        (
            "related: [{entry: ENTRI, as: follows}]",
            "write `entry`, if that is meant; if not, write `entri`, and make it, with the id `entri`: "
            "`regesta new entry`",
        ),
        ("judgements: [{about: actors/Anna North, by: an-editor, on: 2025, why: So it is.}]", "write `actors/anna`"),
        ("judgements: [{about: Date, by: an-editor, on: 2025, why: So it is.}]", "write `date`"),
        ("judgements: [{about: date, by: An Editor, on: 2025, why: So it is.}]", "write `an-editor`"),
        (
            "claims: {c: {says: So it is., voices: [{by: Old sources, stance: asserts, cite: a}]}}",
            "write the id of an actor; a voice that is none is written `{as: Old sources}`",
        ),
        ("claims: {A/B: {voices: [{by: anna, stance: asserts, cite: a}]}}", "write `a/b`"),
        ("type: Battle", "write `battle`"),
        ("type: Agreements", "write `agreement`"),
    ],
)
def test_what_was_meant(more: str, mend: str) -> None:
    head = HEAD.replace("type: battle\n", "") if more.startswith("type") else HEAD
    (told,) = refused(compiled({"entry.yml": f"{head}{CITE}{more}\n"}))
    assert (told.code, told.mend) == ("NAM001", mend)


@pytest.mark.parametrize(
    ("written", "proposal"),
    [
        ("Zürich, Łódź & Ærø", "zurich-lodz-aero"),
        ("CON", "con-1"),
        ("aux_", "aux-1"),
        ("O’Neill's plan", "oneills-plan"),
        ("Київ 2014", "kyiv-2014"),
        ("北京 2014", ""),
        ("a" * 60 + " " + "b" * 60, "a" * 60),
        ("Entry!", "entry-2"),
    ],
)
def test_the_proposal_is_an_id_that_is_free(written: str, proposal: str) -> None:
    other = f"{HEAD}cite: {{a: {{url: 'https://morning.example.com/2'}}}}\n"
    (told,) = refused(compiled({"other.yml": f"id: {written}\n{HEAD}{CITE}", "entry.yml": other}))
    found = re.match("write `([^`]*)`", told.mend)
    assert (found[1] if found else "") == proposal
    if found:
        outcome = compiled({"other.yml": f"id: {found[1]}\n{HEAD}{CITE}", "entry.yml": other})
        assert not {one.code for one in outcome.diagnostics} & {"NAM001", "NAM002"}


@pytest.mark.parametrize("used", ["A B", "a-b"])
@pytest.mark.parametrize("quote", ["", ", quote: so"])
def test_a_bad_key_of_a_citation_is_told_once(used: str, quote: str) -> None:
    entry = f"""{HEAD}cite: {{A B: {{url: 'https://morning.example.com/1'}}}}
claims: {{c: {{says: So it is., voices: [{{by: anna, stance: asserts, cite: {used}{quote}}}]}}}}
figures: {{f: {{what: dead, unit: persons, values: [{{by: anna, value: 3, cite: {used}}}]}}}}
judgements: [{{about: cite/{used}, by: an-editor, on: 2025, why: So it is.}}]
"""
    found = refused(compiled({"entry.yml": entry}))
    assert [(one.code, one.mend) for one in found] == [("NAM001", "write `a-b`")]
    assert [mark.line for mark, _ in found[0].related] == ([5, 6, 7] if used == "A B" else [])


def test_a_bad_id_in_the_authority_files_and_the_name_of_a_file() -> None:
    files = {
        "entry.yml": f"{HEAD}{CITE}",
        "authority/actors/carl.yml": "name: Carl\nkind: person\nmember_of: [NORTH]\n",
        "authority/publishers/gazette.yml": "name: Gazette\nowner: The Agency\nparty: The North\n",
        "authority/places/con.yml": "name: Con\nkind: town\n",
    }
    told = {(Path(one.mark.path).name, one.mark.line): one.mend for one in refused(compiled(files))}
    assert told == {
        ("carl.yml", 3): "write `north`",
        ("gazette.yml", 2): "write `agency`, if that is meant; if not, write `the-agency`, and make "
        "`authority/publishers/the-agency.yml` with `name: …`: `regesta new publisher`",
        ("gazette.yml", 3): "write `north`",
        ("con.yml", 1): "rename the file to `con-1.yml`; or give the record an `id`",
    }
