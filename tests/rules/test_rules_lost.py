"""Every fault in one run: what stands in a part that cannot be read whole is looked up all the same, and told once."""

from __future__ import annotations

import pytest

from regesta.model.diagnostics import Diagnostic
from regesta.report import text
from tests.miniature import AROUND, compiled

HEAD = "title: A battle\ntype: battle\ndate: 2024-05-03\n"
CITE = "cite: {a: {url: 'https://morning.example.com/1', stated: 3 May 2024}}\n"
ENTRY = f"{HEAD}{CITE}"
"""Four lines: what is added stands in line 5."""

LONG = " ".join(["word"] * 30)


def faults(files: dict[str, str]) -> tuple[list[Diagnostic], str]:
    outcome = compiled(files)
    return [one for one in outcome.diagnostics if one.code != "COR040"], text(outcome.diagnostics, outcome.texts)


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ("actors: [{ref: carl, rle: speaker}, {role: speeker}]", "REF002 FRM021 FRM022 REF021"),
        ("places: [{role: regoin}]", "FRM022 REF021"),
        ("related: [{entry: nowhere}]", "FRM022 REF005"),
        ("related: [{entry: nowhere, as: nonsense}]", "REF005 FRM030"),
        ("judgements: [{about: claims/x, by: nobody, on: 2024-06-01}]", "FRM022 REF012 REF022"),
        ("judgements: [{about: date, by: an-editor, on: 2024-06-01}]", "FRM022"),
        ("claims: {c: {says: So it is., voices: [{by: carl, cite: x}]}}", "FRM022 REF002 REF010"),
        ("claims: {c: {says: So it is., voices: [{by: anna, cite: a}]}}", "FRM022"),
        ("claims: {c: {says: So it is., voices: [{stance: asserts, cite: [a, x]}]}}", "FRM022 REF010"),
        ("claims: {c: {says: So it is., voices: [{by: morning-post, stance: x, cite: a}]}}", "REF002 FRM030"),
        ("claims: {c: {says: So it is., voices: [{by: {as: a friend, off: carl}, cite: a}]}}", "FRM022 FRM021 REF002"),
        (f"claims: {{c: {{says: So., voices: [{{by: anna, cite: a, quote: {LONG}}}]}}}}", "FRM022 SRC004"),
        (
            "claims: {c: {says: So., voices: [{by: anna, stance: asserts, words: [{cite: x}, {cite: a, text: no}]}]}}",
            "FRM022 REF010",
        ),
        ("claims: {other/c: {rivals: [d]}}", "REF005 FRM022 REF011"),
        ("figures: {f: {what: dead, values: [{by: carl, value: 3, cite: x}]}}", "FRM022 REF002 REF010"),
        ("figures: {f: {what: dead, unit: persons, values: [{by: carl, valeu: 3, cite: x}]}}", "REF002 FRM021 REF010"),
        ("figures: {f: {what: dead, unit: persons, values: [{by: carl, cite: x}]}}", "FRM026 REF002 REF010"),
    ],
)
def test_a_part_that_cannot_be_read_hides_nothing(more: str, told: str) -> None:
    found, shown = faults({"entry.yml": f"{ENTRY}{more}\n"})
    assert [one.code for one in found] == told.split(), shown


@pytest.mark.parametrize(
    ("citation", "told"),
    [
        ("{publisher: nobody}", "FRM022 REF006"),
        ("{source: nothing, url: 'https://morning.example.com/2'}", "FRM026 REF001"),
        ("{url: morning, syndicated_from: nobody}", "SRC001 REF001"),
        ("{stated: {anounced: 3 May}}", "FRM022 REF014"),
        ("{readings: [{about: actors/carl, says: Carl}]}", "FRM022 REF013"),
        ("{url: 'https://morning.example.com/2', readings: [{about: actors/carl}]}", "FRM022 REF013"),
    ],
)
def test_a_citation_that_cannot_be_read_hides_nothing(citation: str, told: str) -> None:
    found, shown = faults({"entry.yml": f"{ENTRY.replace('}}', '},')}  b: {citation}}}\n"})
    assert [one.code for one in found] == told.split(), shown


@pytest.mark.parametrize(
    ("path", "body", "told"),
    [
        ("authority/actors/carl.yml", "name: Carl\nmember_of: [nowhere]\n", "FRM022 REF002"),
        ("authority/places/hill.yml", "name: Hill\nwithin: [{place: nowhere, per: carl}]\n", "FRM022 REF003 REF002"),
        ("authority/publishers/paper.yml", "country: X\nowner: nobody\n", "FRM022 REF006"),
        ("mini/sources/page.yml", "title: A page\npublisher: nobody\n", "FRM022 REF006"),
        ("mini/sources/a page.yml", "url: 'https://morning.example.com/2'\npublisher: nobody\n", "NAM001 REF006"),
        ("mini/sources/page.YML.txt", "url: 'https://morning.example.com/2'\npublisher: nobody\n", "FRM003 REF006"),
        (
            "mini/sources/page.yml",
            "url: 'https://morning.example.com/2'\npublisher: nobody\ntitle: 'A\n",
            "REF006 FRM010",
        ),
    ],
)
def test_a_record_that_cannot_be_read_hides_nothing(path: str, body: str, told: str) -> None:
    found, shown = faults({"entry.yml": ENTRY, path: body})
    assert [one.code for one in found] == told.split(), shown


def test_one_unknown_record_is_told_once_whether_its_part_is_whole_or_not() -> None:
    more = "actors: [carl]\nfigures: {f: {what: dead, unit: persons, values: [{by: carl, cite: x}]}}\n"
    more += "claims: {c: {says: So., voices: [{by: carl, stance: asserts, cite: x}]}}\n"
    found, shown = faults({"entry.yml": f"{ENTRY}{more}"})
    assert [one.code for one in found] == ["REF002", "FRM026", "REF010"], shown
    assert [[mark.line for mark, _ in one.related] for one in found] == [[6, 7], [], [7]], shown


def test_who_names_what_cannot_be_read_makes_no_mistake() -> None:
    more = "related: [{entry: other}]\nclaims: {other/c: {voices: [{by: carl, cite: b}]}}\n"
    files = {
        "entry.yml": f"{ENTRY.replace('}}', '},')}  b: {{stated: 3 May 2024}}}}\n{more}",
        "other.yml": f"title: B\n{CITE.replace('/1', '/2')}claims: {{c: {{voices: [{{by: carl, cite: a}}]}}}}\n",
        "authority/actors/carl.yml": "name: Carl\n",
    }
    found, shown = faults(files)
    assert {one.code for one in found} == {"FRM022"}, shown


VOICES = "voices: [{by: anna, stance: asserts, on: 07/08/2024, cite: x}]"


@pytest.mark.parametrize(
    ("entry", "told"),
    [
        # what an entry lacks hides nothing of it
        (f"type: battle\n{CITE}date: 03/04/2024\n", "FRM022 DAT002"),
        (f"title: A\n{CITE}claims: {{c: {{says: So., {VOICES}}}}}\n", "FRM022 DAT004 REF010"),
        ("title: A\ntype: battle\nactors: [carl]\nzone: Kyiv time\n", "SRC002 REF002 DAT003"),
        (f"{HEAD}claims: {{c: {{says: So., {VOICES}}}}}\n", "SRC002 DAT004"),
        (f"title: A\ntype: [battle, statement]\n{CITE}actors: [carl]\n", "FRM023 REF002"),
        # nor does what its claims and figures lack
        (f"{ENTRY}claims: {{c: {{{VOICES}}}}}\n", "FRM022 DAT004 REF010"),
        (
            f"{ENTRY}claims: {{c: {{says: So.}}}}\njudgements: [{{about: claims/c, by: x, on: 2025, why: As seen.}}]\n",
            "FRM022 REF022",
        ),
        (
            f"{ENTRY}figures: {{f: {{what: dead, values: [{{by: anna, as_of: 07/08/2024, value: 3, cite: a}}]}}}}\n",
            "FRM022 DAT004",
        ),
        # a wrong name, a wrong place, a wrong form
        (
            "title: A\ntype: battle\nsources: {a: {url: 'https://morning.example.com/1', publisher: nobody}}\n",
            "FRM021 REF006",
        ),
        (f"{ENTRY}acters: [carl]\n", "FRM021 REF002"),
        (f"{ENTRY}actors: carl\n", "FRM023 REF002"),
        (f"{ENTRY}actors: {{ref: carl, role: speeker}}\n", "FRM023 REF002 REF021"),
        (
            f"{ENTRY}claims: {{c: {{says: So., voices: {{by: anna, stance: Asserts, on: 07/08/2024, cite: x}}}}}}\n",
            "FRM023 FRM030 DAT004 REF010",
        ),
        (f"{ENTRY}claims: {{The Town: {{says: So., {VOICES}}}}}\n", "NAM001 DAT004 REF010"),
    ],
)
def test_one_fault_of_an_entry_hides_no_other(entry: str, told: str) -> None:
    found, shown = faults({"entry.yml": entry})
    assert [one.code for one in found] == told.split(), shown


def test_a_fault_of_the_timeline_hides_nothing_of_its_entries() -> None:
    timeline = AROUND["mini/timeline.yml"].replace("2014/2025", "2014-2025").replace("title: A miniature", "")
    found, shown = faults({"mini/timeline.yml": timeline, "entry.yml": ENTRY.replace("type: battle", "type: batle")})
    assert sorted(one.code for one in found) == ["DAT001", "FRM022", "REF020"], shown


AMBIGUOUS = f"{HEAD.replace('2024-05-03', '03/04/2024')}{CITE}"
INDENTED = AMBIGUOUS.strip().replace("\n", "\n  ")


@pytest.mark.parametrize(
    ("files", "told"),
    [
        ({"The Entry.yml": AMBIGUOUS}, "NAM001 DAT002"),
        ({"entry.yml": f"id: The Entry\n{AMBIGUOUS}"}, "NAM001 DAT002"),
        ({"the-entry.yaml.txt": AMBIGUOUS}, "FRM003 DAT002"),
        ({"all.yml": f"the-entry:\n  {INDENTED}\n"}, "FRM020 DAT002"),
        ({"all.yml": f"entries:\n- id: the-entry\n  {INDENTED}\n"}, "FRM020 DAT002"),
        ({"all.yml": f"- id: the-entry\n  {INDENTED}\n- id: 'b\n"}, "DAT002 FRM010"),
    ],
)
def test_a_record_without_an_id_of_its_own_is_checked_under_the_one_that_is_meant(
    files: dict[str, str], told: str
) -> None:
    linked = f"{ENTRY.replace('/1', '/2').replace('A battle', 'Another')}related: [{{entry: the-entry, as: part-of}}]\n"
    found, shown = faults({**files, "linked.yml": linked})
    assert [one.code for one in found] == told.split(), shown


def test_a_record_whose_id_another_one_has_hides_nothing() -> None:
    second = f"id: entry\n{ENTRY.replace('/1', '/2')}actors: [carl]\n"
    files = {
        "entry.yml": ENTRY,
        "second.yml": second,
        "authority/actors/anna.yml": "name: A\nkind: body\nmember_of: x\n",
    }
    found, shown = faults(files)
    assert [(one.code, one.mark.line) for one in found] == [
        ("NAM002", 3),
        ("REF002", 3),
        ("NAM002", 1),
        ("REF002", 6),
    ], shown


ACTORS = "authority/actors/all.yml"


@pytest.mark.parametrize(
    ("right", "wrong", "line", "mend"),
    [
        ("id: anna, ", "", 3, "add `id: anna`, by which others name it"),
        ("id: anna,", "id: ,", 3, "write `id: anna`, by which others name it"),
        ("id: boris", "id: anna", 4, "write `boris`, by which others name it; or join the two"),
        ("id: north, ", "", 1, "add `id: north`, by which others name it"),
    ],
)
def test_a_record_in_a_list_without_an_id_of_its_own_is_told_there_alone(
    right: str, wrong: str, line: int, mend: str
) -> None:
    voices = "{by: anna, stance: asserts, cite: a}, {by: boris, stance: denies, cite: a}"
    claims = f"claims: {{c: {{says: So., voices: [{voices}]}}}}\n"
    files = {ACTORS: AROUND[ACTORS].replace(right, wrong), "entry.yml": f"{ENTRY}{claims}"}
    (told,), _ = faults(files)
    assert (told.mark.line, told.mend) == (line, mend)


def test_an_id_that_nobody_uses_is_made_of_the_name() -> None:
    (told,), _ = faults({"entry.yml": ENTRY, "authority/topics/all.yml": "- {title: The Siege}\n"})
    assert told.mend == "add `id: the-siege`"


SEEDED = """title: A battle
date: 03/04/2024
type: batle
actors:
  - {ref: anna, role: speeker}
  - carl
cite:
  a:
    url: "https://morning.example.com/1"
    publisher: nobody
    stated: {anounced: 3 May 2024}
  b: {url: "https://evening.example.com/1"}
claims:
  taken:
    says: The town is taken.
    voices:
      - by: leo
        stance: asserts
        on: 07/08/2024
        cite: a
      - {by: anna, stance: denies, cite: b}
judgements:
  - {about: claims/held, by: an-editor, on: 2024-06-01, why: It was seen.}
"""
FAULTS = ("DAT002", "REF020", "REF021", "REF002", "REF006", "REF014", "REF002", "DAT004", "REF012")


@pytest.mark.parametrize(
    ("right", "wrong", "hidden"),
    [
        ("title: A battle", "title A battle", ""),
        ("title: A battle", "title: 'A battle", ""),
        ("type: batle", "type: [batle", "REF020"),
        ("  - carl", "  - carl: b: c", "REF002"),
        ("    publisher: nobody", "    publisher nobody", "REF006"),
        ("    stated: {anounced", "    stated: {{anounced", "REF014"),
        ("  b: {url", "  b {url", ""),
        ("    says: The town", "    says: 'The town", "REF012"),
        ("        cite: a", "        cite a", "REF012"),
        ("      - {by: anna,", "      - {{by: anna,", "REF012"),
        ("        stance: asserts", "        stance: asserts\n        stance: denies", "REF012"),
        ("  - {about", "  - about", "REF012"),
    ],
)
def test_a_slip_of_yaml_hides_only_the_line_it_stands_on(right: str, wrong: str, hidden: str) -> None:
    """Of what may refer to the lost line (a judgement about a claim, where claims cannot be parsed) nothing is told."""
    assert SEEDED.count(right) == 1
    found, shown = faults({"entry.yml": SEEDED.replace(right, wrong)})
    codes = sorted(one.code for one in found if one.code not in ("FRM010", "FRM015"))
    expected = list(FAULTS)
    if hidden:
        expected.remove(hidden)
    assert codes == sorted(expected), shown
    assert len(found) == len(expected) + 1, shown
