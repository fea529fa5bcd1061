"""Slips of habit: what other models of data call otherwise, or keep in another place. One message, and a true mend."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from regesta.report import text
from tests.miniature import compiled
from tests.normalise.test_mends import FILES, A, E, P, S, Slip

H = "authority/topics/siege.yml"
HABITS: Mapping[str, str] = {**FILES, H: "title: The siege\n"}
DATED = "date: 2024-05-03\n"
SPAN = "write `date: 2024-05-01/2024-05-03`; or, beside a `date`, `moments: {start: 2024-05-01, end: 2024-05-03}`"
JUDGED = "{about: claims/taken, by"

SLIPS = (
    # two fields that are one here
    Slip(
        P,
        "kind: village",
        "kind: village\nlat: 50.1\nlon: 30.2",
        "FRM021",
        "write both in one: `at: [50.1, 30.2]`",
        "kind: village\nat: [50.1, 30.2]",
    ),
    Slip(
        P,
        "kind: village",
        "longitude: 30.2\nkind: village\nlatitude: 50.1",
        "FRM021",
        "write both in one: `at: [50.1, 30.2]`",
        "kind: village\nat: [50.1, 30.2]",
    ),
    Slip(E, DATED, "start: 2024-05-01\nend: 2024-05-03\n", "FRM021", SPAN, "date: 2024-05-01/2024-05-03\n"),
    Slip(E, DATED, "start_date: 2024-05-01\nend_date: 2024-05-03\n", "FRM021", SPAN, "date: 2024-05-01/2024-05-03\n"),
    Slip(
        E,
        DATED,
        f"{DATED}from: 2024-05-01\nuntil: 2024-05-03\n",
        "FRM021",
        "write `moments: {start: 2024-05-01, end: 2024-05-03}`",
        f"{DATED}moments: {{start: 2024-05-01, end: 2024-05-03}}\n",
    ),
    Slip(
        E,
        DATED,
        "start: 1 May 2024\nend: 3 May 2024\n",
        "FRM021",
        "write `moments: {start: 1 May 2024, end: 3 May 2024}`",
        "moments: {start: 1 May 2024, end: 3 May 2024}\n",
    ),
    Slip(
        A,
        "born: 1950}",
        "offices: [{title: Mayor, from: 2014, to: 2016}]}",
        "FRM021",
        "write both in one: `held: 2014/2016`",
        "offices: [{title: Mayor, held: 2014/2016}]}",
    ),
    # people in a list
    Slip(
        E,
        "  - boris\n",
        "  - - boris\n",
        "FRM023",
        "write `boris`, without brackets or a second hyphen around it",
        "  - boris\n",
    ),
    Slip(
        E,
        "  - {ref: anna, role: speaker}\n  - boris\n",
        "  - anna: speaker\n    boris: speaker\n",
        "FRM021",
        "write each as an item of its own: `{ref: anna, role: speaker}` and `{ref: boris, role: speaker}`",
        "  - {ref: anna, role: speaker}\n  - {ref: boris, role: speaker}\n",
    ),
    Slip(E, "  - boris\n", "  - boris\n  - anna\n", "REF015", "delete this one: the other says more", "  - boris\n"),
    Slip(
        E,
        "  - {ref: anna, role: speaker}\n  - boris\n",
        "  - north south\n",
        "NAM001",
        "write `north, south`, with a comma between them",
        "  - north\n  - south\n",
    ),
    # citations
    Slip(
        E,
        "  a: {source: page}\n  b:\n",
        "",
        "FRM023",
        'put a key around the fields: `<key>: {url: "https://voice.example.com/1", …}`',
        "  a: {source: page}\n  b:\n",
    ),
    Slip(
        E,
        "{source: page}",
        '{source: "https://morning.example.com/1"}',
        "NAM001",
        "write `page`: that source has this address",
        "{source: page}",
    ),
    Slip(
        E,
        "{source: page}",
        '{source: "https://morning.example.com/2"}',
        "NAM001",
        'write `url: "https://morning.example.com/2"` in the place of `source`',
        '{url: "https://morning.example.com/2"}',
    ),
    Slip(
        E,
        "{source: page}",
        "{source: www.evening.example.com/2}",
        "NAM001",
        'write `url: "https://www.evening.example.com/2"` in the place of `source`',
        '{url: "https://www.evening.example.com/2"}',
    ),
    Slip(
        E,
        "    stated: 3 May 2024\n",
        "    stated: 3 May 2024\n    type: news\n",
        "FRM021",
        "did you mean `kind`?",
        "    stated: 3 May 2024\n    kind: news\n",
    ),
    Slip(
        S,
        "publisher: morning-post",
        'publisher: "https://morning.example.com"',
        "NAM001",
        "write `morning-post`",
        "publisher: morning-post",
    ),
    # judgements
    Slip(E, JUDGED, JUDGED.replace("claims/", "claim/"), "REF012", "did you mean `claims/taken`?", JUDGED),
    Slip(E, JUDGED, JUDGED.replace("claims/", ""), "NAM001", "write `claims/taken`", JUDGED),
)


def _new(files: Mapping[str, str], around: frozenset[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    outcome = compiled(files, around={})
    new = [one for one in outcome.diagnostics if (one.code, one.message) not in around and one.code != "COR040"]
    return [(one.code, one.mend) for one in new], text(new, outcome.texts)


@pytest.fixture(scope="module")
def around() -> frozenset[tuple[str, str]]:
    return frozenset((one.code, one.message) for one in compiled(HABITS, around={}).diagnostics)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.wrong.strip()[:40])
def test_a_slip_of_habit_gives_one_message_whose_mend_heals(slip: Slip, around: frozenset[tuple[str, str]]) -> None:
    whole = HABITS[slip.file]
    assert whole.count(slip.right) == 1
    told, shown = _new({**HABITS, slip.file: whole.replace(slip.right, slip.wrong)}, around)
    assert told == [(slip.code, slip.help)], shown
    left, shown = _new({**HABITS, slip.file: whole.replace(slip.right, slip.healed)}, around)
    assert [code for code, _ in left if code[:3] in {"FRM", "REF", "NAM"} or code == "SRC001"] == [], shown
