"""Slips of habit: what other models of data call otherwise, or keep in another place. One message, and a true mend."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from regesta.report import text
from tests.miniature import compiled
from tests.normalise.test_mends import FILES, A, E, P, S, Slip, T, U

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
    # other names, and other places
    Slip(E, DATED, "when: 2024-05-03\n", "FRM021", "did you mean `date`?", DATED),
    Slip(
        E,
        "    stated: 3 May 2024\n",
        "    date: 3 May 2024\n",
        "FRM021",
        "did you mean `stated`?",
        "    stated: 3 May 2024\n",
    ),
    Slip(
        E,
        "    says: The town is taken.\n",
        "    title: The town is taken.\n",
        "FRM021",
        "did you mean `says`?",
        "    says: The town is taken.\n",
    ),
    Slip(
        E,
        "    what: soldiers sent\n",
        "    title: soldiers sent\n",
        "FRM021",
        "did you mean `what`?",
        "    what: soldiers sent\n",
    ),
    Slip(E, "        low: 10000\n", "        min: 10000\n", "FRM021", "did you mean `low`?", "        low: 10000\n"),
    Slip(
        E,
        "        stance: denies\n",
        "        denies: true\n",
        "FRM021",
        "write `stance: denies`",
        "        stance: denies\n",
    ),
    Slip(
        E,
        "      - by: boris\n",
        "      - publisher: evening-news\n",
        "FRM021",
        "write `by: {publisher: evening-news}`",
        "      - by: {publisher: evening-news}\n",
    ),
    Slip(
        E,
        "      - by: boris\n",
        "      - boris:\n",
        "FRM021",
        "write `by: boris`",
        "      - by: boris\n",
    ),
    Slip(
        E,
        "      - by: boris\n",
        "      - by: {actor: boris}\n",
        "FRM021",
        "write `by: boris`, without braces",
        "      - by: boris\n",
    ),
    Slip(E, "about: claims/taken", "claim: claims/taken", "FRM021", "did you mean `about`?", "about: claims/taken"),
    Slip(E, "about: claims/taken", "about: claims.taken", "NAM001", "write `claims/taken`", "about: claims/taken"),
    Slip(E, "  - on: 2024-06-02\n", "  - date: 2024-06-02\n", "FRM021", "did you mean `on`?", "  - on: 2024-06-02\n"),
    Slip(E, DATED, f"{DATED}moments: start\n", "FRM023", "write `moments: [start]`", f"{DATED}moments: [start]\n"),
    Slip(
        E,
        "{ref: anna, role: speaker}",
        "{ref: actors/anna, role: speaker}",
        "NAM001",
        "write `anna`",
        "{ref: anna, role: speaker}",
    ),
    Slip(
        E,
        "  - boris\n",
        "  - boris (speaker)\n",
        "NAM001",
        "write `{ref: boris, role: speaker}`",
        "  - {ref: boris, role: speaker}\n",
    ),
    Slip(E, "{source: page}", "{source: page.yml}", "NAM001", "write `page`", "{source: page}"),
    Slip(
        P,
        "kind: village",
        "kind: village\npart_of: river-town",
        "FRM021",
        "did you mean `within: [river-town]`?",
        "kind: village\nwithin: [river-town]",
    ),
    Slip(
        A,
        "member_of: [north], born: 1950}",
        "member_of: [{ref: north}]}",
        "FRM021",
        "did you mean `actor: north`?",
        "member_of: [{actor: north}]}",
    ),
    Slip(A, "born: 1950}", "dob: 1950}", "FRM021", "did you mean `born`?", "born: 1950}"),
    Slip(
        A,
        "born: 1950}",
        "names: [{ru: Анна}]}",
        "FRM021",
        "write `{text: Анна, lang: ru}`",
        "names: [{text: Анна, lang: ru}]}",
    ),
    Slip(
        U,
        "domains: [voice.example.com]}",
        'url: "https://voice.example.com/"}',
        "FRM021",
        "did you mean `domains: [voice.example.com]`?",
        "domains: [voice.example.com]}",
    ),
    Slip(
        S,
        "published: 2024-05-04",
        "pubdate: 2024-05-04",
        "FRM021",
        "did you mean `published`?",
        "published: 2024-05-04",
    ),
    Slip(
        T,
        "scope: 2014/2025",
        "start: 2014\nend: 2025",
        "FRM021",
        "write both in one: `scope: 2014/2025`",
        "scope: 2014/2025",
    ),
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
