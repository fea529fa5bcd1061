"""What is advised is true: each slip gives one message, and what stands where it advises is read without another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import pytest

from regesta.report import text
from tests.miniature import AROUND, compiled

ENTRY = """title: The North says that it took River Town
date: 2024-05-03
type: statement
actors:
  - {ref: anna, role: speaker}
  - boris
cite:
  a: {source: page}
  b:
    url: "https://voice.example.com/1"
    stated: 3 May 2024
claims:
  taken:
    says: The town is taken.
    voices:
      - {by: anna, stance: asserts, cite: a}
      - by: boris
        stance: denies
        words:
          - {cite: b, text: we hold the town}
figures:
  sent:
    what: soldiers sent
    unit: persons
    values:
      - {by: anna, value: 12000, cite: a}
      - by: {as: Western intelligence}
        low: 10000
        cite: b
judgements:
  - {about: claims/taken, by: an-editor, on: 2024-06-01, why: It was seen., verdict: upheld}
history:
  - on: 2024-06-02
    kind: correction
    note: Corrected a name.
"""
FILES: Mapping[str, str] = {
    **AROUND,
    "mini/entries/entry.yml": ENTRY,
    "mini/sources/page.yml": """url: "https://morning.example.com/1"
publisher: morning-post
authors: [Jane Doe]
published: 2024-05-04
kind: news
""",
    "authority/places/hill.yml": "name: Hill\nkind: village\n",
}
E, S, T, P = "mini/entries/entry.yml", "mini/sources/page.yml", "mini/timeline.yml", "authority/places/hill.yml"
A, U = "authority/actors/all.yml", "authority/publishers/all.yml"

TYPES = "type: {statement: Statement, battle: Battle, agreement: Agreement}"
ROLES = "role: {speaker: Speaker, region: Region}"


class Slip(NamedTuple):
    """What stands in a file, what a contributor makes of it, the code and the help, and what heals it."""

    file: str
    right: str
    wrong: str
    code: str
    help: str
    healed: str


SLIPS = (
    # a colon that is not there
    Slip(E, "{by: anna, stance", "{by anna, stance", "FRM021", "write `by: anna`", "{by: anna, stance"),
    Slip(E, "stance: asserts", "stance asserts", "FRM021", "write `stance: asserts`", "stance: asserts"),
    Slip(E, "{source: page}", "{source page}", "FRM021", "write `source: page`", "{source: page}"),
    Slip(E, "{as: West", "{as West", "FRM021", "write `as: Western intelligence`", "{as: West"),
    Slip(
        E,
        "{source: page}",
        "{source: page, locator: the third paragraph, note see below}",
        "FRM021",
        "write `note: see below`; or, if it belongs to the text of `locator`, put that in quotes: "
        '`locator: "the third paragraph, note see below"`',
        '{source: page, locator: "the third paragraph, note see below"}',
    ),
    Slip(
        T,
        "{statement: Statement",
        "{statement Statement",
        "FRM023",
        "write `statement: Statement`",
        "{statement: Statement",
    ),
    # more than one word where one belongs
    Slip(S, "morning-post", "{name: Morning Post}", "FRM023", "write `publisher: morning-post`", "morning-post"),
    Slip(
        E,
        "type: statement",
        "type: [statement, battle]",
        "FRM023",
        "write one of them alone: `type: statement` or `type: battle`",
        "type: statement",
    ),
    Slip(
        E,
        "title: The North says that it took River Town",
        "title: {en: Ships sail, fr: x}",
        "FRM023",
        "write `title: Ships sail`",
        "title: Ships sail",
    ),
    Slip(P, "kind: village", "kind:\n  id: village", "FRM023", "write `kind: village`", "kind: village"),
    Slip(E, "- boris", "- {name: Boris}", "FRM021", "did you mean `ref: boris`?", "- {ref: boris}"),
    # addresses as they are pasted
    Slip(
        E,
        '"https://voice.example.com/1"',
        "<https://voice.example.com/1>",
        "SRC001",
        "write `https://voice.example.com/1`",
        "https://voice.example.com/1",
    ),
    Slip(
        E,
        '"https://voice.example.com/1"',
        "“https://voice.example.com/1”",
        "SRC001",
        "write `https://voice.example.com/1`",
        "https://voice.example.com/1",
    ),
    Slip(
        E,
        '"https://voice.example.com/1"',
        "www.example.com/1",
        "SRC001",
        "write `https://www.example.com/1`",
        "https://www.example.com/1",
    ),
    Slip(
        E,
        '"https://voice.example.com/1"',
        "https//voice.example.com/1",
        "SRC001",
        "write `https://voice.example.com/1`",
        "https://voice.example.com/1",
    ),
    Slip(
        E,
        '"https://voice.example.com/1"',
        '"https://voice.example.com/a b"',
        "SRC001",
        "write `https://voice.example.com/a%20b`",
        "https://voice.example.com/a%20b",
    ),
    Slip(
        E,
        '"https://voice.example.com/1"',
        '"[a page](https://voice.example.com/1)"',
        "SRC001",
        "write `https://voice.example.com/1`",
        "https://voice.example.com/1",
    ),
    # one utterance in two places
    Slip(
        E,
        "        words:\n",
        "        cite: b\n        quote: we hold on, and on\n        words:\n",
        "FRM026",
        'move it into `words`, as an item of its own: `{cite: b, text: "we hold on, and on"}`',
        '        words:\n          - {cite: b, text: "we hold on, and on"}\n',
    ),
    # numbers
    Slip(E, "value: 12000", "value: 600,000,000", "FRM031", "write `600000000`", "value: 600000000"),
    Slip(E, "value: 12000", "value: 1,000,000,000", "FRM031", "write `1000000000`", "value: 1000000000"),
    Slip(E, "value: 12000", "value: 1,200", "FRM031", "write `value: 1200`", "value: 1200"),
    Slip(
        E,
        "value: 12000",
        "value: 12 000 soldiers",
        "FRM031",
        "write digits only, without separators or unit: `12000`",
        "value: 12000",
    ),
    Slip(
        E,
        "value: 12000",
        "value: 12k",
        "FRM031",
        "write digits only, without separators or unit: `12000`",
        "value: 12000",
    ),
    Slip(
        E,
        "low: 10000",
        "low: 1.25 million",
        "FRM031",
        "write digits only, without separators or unit: `1250000`",
        "low: 1250000",
    ),
    Slip(
        E,
        "value: 12000",
        "value: about 12000",
        "FRM031",
        "write `12000`, and `approximate: true` beside it",
        "value: 12000, approximate: true",
    ),
    Slip(E, "value: 12000", "value: 12000+", "FRM031", "write it as `low: 12000`", "low: 12000"),
    Slip(E, "value: 12000", "value: up to 12 000", "FRM031", "write it as `high: 12000`", "high: 12000"),
    Slip(
        E,
        "        low: 10000",
        "        value: 10,000-12,000",
        "FRM031",
        "write `low: 10000` and `high: 12000`",
        "        low: 10000\n        high: 12000",
    ),
    Slip(
        E,
        "value: 12000",
        "value: 12000, approximate: no",
        "FRM030",
        "write `false`",
        "value: 12000, approximate: false",
    ),
    # names, languages, coordinates and the like, as they are met elsewhere
    Slip(
        T,
        "type: {statement: Statement, battle: Battle, agreement: Agreement}",
        "type: [statement, battle]",
        "FRM023",
        "write `type: {statement: Statement, battle: Battle}`",
        "type: {statement: Statement, battle: Battle}",
    ),
    Slip(
        T,
        "type: {statement: Statement, battle: Battle, agreement: Agreement}",
        "type: {statement, battle}",
        "FRM023",
        "write `{statement: Statement, battle: Battle}`",
        "type: {statement: Statement, battle: Battle}",
    ),
    Slip(
        T,
        "type: {statement: Statement, battle: Battle, agreement: Agreement}",
        "type: [statement: Statement, battle: Battle]",
        "FRM023",
        "write braces, not brackets: `type: {statement: Statement, battle: Battle}`",
        "type: {statement: Statement, battle: Battle}",
    ),
    Slip(
        T,
        "  - {id: an-editor, name: An Editor}",
        "  an-editor: An Editor",
        "FRM023",
        "write a list: `[{id: an-editor, name: An Editor}]`",
        "  [{id: an-editor, name: An Editor}]",
    ),
    Slip(
        T,
        f"vocabularies:\n  {TYPES}\n  {ROLES}\n",
        f"{TYPES}\n{ROLES}\n",
        "FRM021",
        "it belongs below `vocabularies:`, indented by two blanks, with the lines that belong to it",
        f"vocabularies:\n  {TYPES}\n  {ROLES}\n",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nat: 50.2 N, 30.3 E",
        "PLC001",
        "write latitude, then longitude, in degrees: `[50.2, 30.3]`",
        "kind: village\nat: [50.2, 30.3]",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nat: [50.2°N, 30.3°E]",
        "PLC001",
        "write latitude, then longitude, in degrees: `[50.2, 30.3]`",
        "kind: village\nat: [50.2, 30.3]",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nat: [50,2, 30,3]",
        "PLC001",
        "write latitude, then longitude, in degrees: `[50.2, 30.3]`",
        "kind: village\nat: [50.2, 30.3]",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nat: {lat: 50.2, lon: 130.3}",
        "PLC001",
        "write latitude, then longitude, in degrees: `[50.2, 130.3]`",
        "kind: village\nat: [50.2, 130.3]",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nwikidata: https://www.wikidata.org/wiki/Q123",
        "NAM003",
        "write `Q123`",
        "kind: village\nwikidata: Q123",
    ),
    Slip(
        P,
        "kind: village",
        "kind: village\nnames: {en: Hillock, uk: Пагорб}",
        "FRM023",
        "write a list: `[{text: Hillock, lang: en}, {text: Пагорб, lang: uk}]`",
        "kind: village\nnames: [{text: Hillock, lang: en}, {text: Пагорб, lang: uk}]",
    ),
    Slip(S, "kind: news", "language: Ukrainian", "FRM032", "write `uk`", "language: uk"),
    Slip(S, "kind: news", "language: ua", "FRM032", "write `uk`", "language: uk"),
    Slip(
        S,
        "authors: [Jane Doe]",
        "author: Jane Doe",
        "FRM021",
        "did you mean `authors: [Jane Doe]`?",
        "authors: [Jane Doe]",
    ),
    Slip(
        U,
        "domains: [morning.example.com]",
        'domains: ["https://www.morning.example.com/"]',
        "SRC001",
        "write `morning.example.com`",
        "domains: [morning.example.com]",
    ),
    Slip(A, "- {id: boris,", "- {id: Boris,", "NAM001", "write `boris`", "- {id: boris,"),
    Slip(A, "\n- {id: north", "\nactors:\n- {id: north", "FRM020", "delete the line `actors:`", "\n- {id: north"),
    # what follows from a field in the wrong place is not told again
    Slip(
        E,
        "claims:\n  taken:\n    says: The town is taken.\n    voices:\n",
        "claims:\n    says: The town is taken.\n    voices:\n",
        "FRM023",
        "put a key around the fields: `<key>: {says: The town is taken., …}`",
        "claims:\n  taken:\n    says: The town is taken.\n    voices:\n",
    ),
    Slip(
        E,
        "claims:\n  taken:\n    says: The town is taken.\n    voices:\n",
        "claims:\n  - id: taken\n    says: The town is taken.\n    voices:\n",
        "FRM023",
        "write each under its id, as `taken:` in the place of `- id: taken`, without hyphen and `id`",
        "claims:\n  taken:\n    says: The town is taken.\n    voices:\n",
    ),
    Slip(
        E,
        '  b:\n    url: "https://voice.example.com/1"\n    stated: 3 May 2024\n',
        '  b:\n  url: "https://voice.example.com/1"\n  stated: 3 May 2024\n',
        "FRM023",
        "begin them in column 5, under `b:`",
        '  b:\n    url: "https://voice.example.com/1"\n    stated: 3 May 2024\n',
    ),
    Slip(
        E,
        "{as: Western intelligence}",
        "{name: Western intelligence}",
        "FRM021",
        "did you mean `as`?",
        "{as: Western intelligence}",
    ),
    Slip(E, "{cite: b, text: we", "{cite: b, quote: we", "FRM021", "did you mean `text`?", "{cite: b, text: we"),
    Slip(
        E,
        "cite: a}\n      - by: boris",
        "cite: [a, b], quote: taken}\n      - by: boris",
        "FRM034",
        "write `words: [{cite: a, text: taken}]`",
        "words: [{cite: a, text: taken}]}\n      - by: boris",
    ),
    Slip(
        E,
        "    values:\n      - {by: anna, value: 12000, cite: a}\n      - by: {as: Western intelligence}\n"
        "        low: 10000\n        cite: b\n",
        "    by: anna\n    value: 12000\n",
        "FRM021",
        "it belongs to an item of `values`: begin a line below `values:` with `- by: …`",
        "    values:\n      - by: anna\n        value: 12000\n",
    ),
    Slip(
        E,
        "  - on: 2024-06-02\n    kind: correction\n    note: Corrected a name.\n",
        "  - 2024-06-02: Mended.\n",
        "FRM021",
        "write `{on: …, kind: addition, note: Mended.}`",
        "  - {on: 2024-06-02, kind: addition, note: Mended.}\n",
    ),
    Slip(
        E,
        "{ref: anna, role: speaker}",
        "{anna: speaker}",
        "FRM021",
        "write `{ref: anna, role: speaker}`",
        "{ref: anna, role: speaker}",
    ),
    Slip(
        E,
        "actors:\n  - {ref: anna, role: speaker}\n  - boris\n",
        "actors:\n  anna: speaker\n",
        "FRM023",
        "write a list: `[{ref: anna, role: speaker}]`",
        "actors: [{ref: anna, role: speaker}]\n",
    ),
    Slip(
        E,
        "date: 2024-05-03",
        "date: {start: 2024-05-03, end: 2024-05-04}",
        "FRM023",
        "write `date: 2024-05-03/2024-05-04`",
        "date: 2024-05-03/2024-05-04",
    ),
    Slip(
        E,
        "date: 2024-05-03",
        "date: 2024-05-03\nstated: 3 May 2024",
        "FRM021",
        "it belongs below a key of `cite`: `cite: {<key>: {stated: …}}`",
        "date: 2024-05-03",
    ),
    Slip(
        E,
        "date: 2024-05-03",
        "date: 2024-05-03\nzone: Kyiv",
        "DAT003",
        "write `Europe/Kyiv`",
        "date: 2024-05-03\nzone: Europe/Kyiv",
    ),
    Slip(
        E,
        "date: 2024-05-03",
        "date: 2024-05-03\nzone: UTC+3",
        "DAT003",
        "write `+03:00`",
        'date: 2024-05-03\nzone: "+03:00"',
    ),
    Slip(
        E,
        "date: 2024-05-03",
        "moments: [start: 2024-05-03]",
        "FRM023",
        "write `moments: {start: 2024-05-03}`",
        "moments: {start: 2024-05-03}",
    ),
    # the words of a history
    Slip(E, "kind: correction", "kind: corection", "FRM030", "did you mean `correction`?", "kind: correction"),
    Slip(
        E, "kind: correction", "kind: fix", "FRM030", "write one of addition, correction, merge, split", "kind: merge"
    ),
    # a text where a record belongs
    Slip(
        E,
        "- {cite: b, text: we hold the town}",
        "- We hold, they said",
        "FRM023",
        'write `{cite: <key>, text: "We hold, they said"}`',
        '- {cite: b, text: "We hold, they said"}',
    ),
    Slip(
        E,
        "history:\n  - on: 2024-06-02\n    kind: correction\n    note: Corrected a name.",
        "history: Mended.",
        "FRM023",
        "write `[{on: …, kind: addition, note: Mended.}]`",
        "history: [{on: 2024-06-02, kind: addition, note: Mended.}]",
    ),
    Slip(
        T,
        "{id: an-editor, name: An Editor}",
        "An Editor",
        "FRM023",
        "write `{id: <id>, name: An Editor}`",
        "{id: an-editor, name: An Editor}",
    ),
    Slip(
        E,
        "{by: anna, value: 12000, cite: a}",
        "12000",
        "FRM023",
        "write `{by: <id>, value: 12000}`",
        "{by: anna, value: 12000}",
    ),
    # a record that is half gone
    Slip(
        S,
        "kind: news",
        "gone: true",
        "FRM026",
        "delete `gone`; or, if it was taken away, keep nothing beside its id but `gone: withdrawn`, `on: <day>`, "
        "`why: <reason>`",
        "",
    ),
)


def _told(files: Mapping[str, str], around: frozenset[tuple[str, str]]) -> tuple[list[tuple[str, str]], str]:
    outcome = compiled(files, around={})
    new = [one for one in outcome.diagnostics if (one.code, one.message) not in around]
    return [(one.code, one.mend) for one in new], text(new, outcome.texts)


@pytest.fixture(scope="module")
def around() -> frozenset[tuple[str, str]]:
    return frozenset((one.code, one.message) for one in compiled(FILES, around={}).diagnostics)


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.wrong.strip()[:40])
def test_a_slip_gives_one_message_whose_mend_heals(slip: Slip, around: frozenset[tuple[str, str]]) -> None:
    whole = FILES[slip.file]
    assert whole.count(slip.right) == 1
    told, shown = _told({**FILES, slip.file: whole.replace(slip.right, slip.wrong)}, around)
    assert told == [(slip.code, slip.help)], shown
    left, shown = _told({**FILES, slip.file: whole.replace(slip.right, slip.healed)}, around)
    assert [code for code, _ in left if code[:3] in {"FRM", "REF", "NAM"} or code == "SRC001"] == [], shown


@pytest.mark.parametrize(
    ("text_of", "code", "help_"),
    [
        ("gone: true\n", "FRM030", "`gone: withdrawn`, `on: <day>`, `why: <reason>`, or another word"),
        ("gone: merged\non: 2024-01-01\n", "FRM022", "add `why: …`"),
    ],
)
def test_a_tombstone_that_is_begun_is_told_once(text_of: str, code: str, help_: str) -> None:
    (told,) = compiled({"entry.yml": text_of}).diagnostics
    assert told.code == code
    assert help_ in told.mend


@pytest.mark.parametrize("words", ["Corpus Christi 1669", "the Ides of March 1668"])
def test_wording_that_cannot_be_read_may_be_quoted_in_a_note(words: str) -> None:
    stated = ENTRY.replace("stated: 3 May 2024", f"stated: {words}")
    (told,) = (one for one in compiled({**FILES, E: stated}, around={}).diagnostics if "cannot be read" in one.message)
    assert "belongs in the citation's `note`, in place of its `stated`" in repr(told)
    assert len(told.mend) < 180
    noted = ENTRY.replace("stated: 3 May 2024", f'note: "It says: {words}."')
    left = {one.message for one in compiled({**FILES, E: noted}, around={}).diagnostics}
    assert not any(words in message or "`note`" in message for message in left)


def test_a_date_of_our_own_has_no_citation_whose_note_could_hold_it() -> None:
    entry = ENTRY.replace("date: 2024-05-03", "date: the Ides of May")
    (told,) = (one for one in compiled({**FILES, E: entry}, around={}).diagnostics if "cannot be read" in one.message)
    assert told.mend == "write only the words that say when, or EDTF (`2025-04-26`)"
