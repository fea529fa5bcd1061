"""What used to pass without a word: each is told once, and what only looks like it is not."""

from __future__ import annotations

import pytest

from tests.miniature import compiled

HEAD = "title: A battle\ntype: battle\n"
URL = "url: 'https://morning.example.com/1'"
DATED = f"date: 2024-05-03\ncite: {{a: {{{URL}}}}}\n"


def codes(text: str, **files: str) -> list[str]:
    found = compiled({"entry.yml": HEAD + text, **{f"{name}.yml": body for name, body in files.items()}}).diagnostics
    return [one.code for one in found if one.code not in ("COR040", "SRC006")]


@pytest.mark.parametrize(
    ("stated", "published", "told"),
    [
        ("from 5 May until 3 May", "2024-05-10", ["DAT002"]),
        ("from 3 May until 5 May", "2024-05-10", []),
        ("5 to 3 May", "2024-05-10", ["DAT002"]),
        ("Friday", "2024", ["DAT006"]),
        ("Friday", "2024-05-10", []),
        ("{start: 5 May 2024, end: 3 May 2024}", "2024-05-10", ["DAT009"]),
        ("{start: May 2024, end: 3 May 2024}", "2024-05-10", []),
        ("{start: 3 May 2024, end: 5 May 2024}", "2024-05-10", []),
        ("{spoken: 5 May 2024, published: 3 May 2024}", "2024-05-10", ["DAT009"]),
    ],
)
def test_a_span_that_ends_before_it_begins(stated: str, published: str, told: list[str]) -> None:
    assert codes(f"date: 2024-05\ncite: {{a: {{{URL}, published: {published}, stated: {stated}}}}}\n") == told


def test_phases_of_two_sources_in_the_wrong_order_are_told_until_somebody_judges() -> None:
    cite = f"""date: 2024-05
cite:
  a: {{{URL}, stated: {{start: 5 May 2024}}}}
  b: {{url: 'https://evening.example.com/1', stated: {{end: 3 May 2024}}}}
"""
    assert codes(cite) == ["DAT022"]
    for about in ("date/start", "date/end"):
        judged = f"judgements: [{{about: {about}, by: an-editor, on: 2025-01-01, why: They count otherwise.}}]\n"
        assert codes(cite + judged) == []


@pytest.mark.parametrize("name", ["begun", "strat", "started", "ended", "anounced", "publised", "plannned"])
@pytest.mark.parametrize("form", ["{{{name}: 2024-05-03}}", "[{name}]"])
def test_a_moment_that_is_nearly_a_usual_one(form: str, name: str) -> None:
    assert codes(f"{DATED}moments: {form.format(name=name)}\n") == ["REF016"]


@pytest.mark.parametrize("name", ["start", "end", "in-force", "ceasefire", "lift-off", "sent", "printed", "ratified"])
def test_a_moment_may_have_a_name_of_its_own(name: str) -> None:
    assert codes(f"{DATED}moments: {{{name}: 2024-05-03}}\n") == []


def test_an_undeclared_form_of_a_usual_moment_is_answered_with_it() -> None:
    text = f"{HEAD}date: 2024-05\ncite: {{a: {{{URL}, stated: {{begun: 3 May 2024}}}}}}\n"
    (told,) = [one for one in compiled({"entry.yml": text}).diagnostics if one.code == "REF014"]
    assert told.mend == "did you mean `start`?"


@pytest.mark.parametrize(
    ("part", "told"), [("commander", ["REF017"]), ("region", []), ("host", []), ("patron", ["REF017"])]
)
def test_a_place_with_the_part_of_a_person(part: str, told: list[str]) -> None:
    """The words of no language tell that `patron` is one; the rest of the timeline does."""
    others = {
        f"other-{number}": f"title: Deed number {number}\ntype: battle\ndate: 2024-06-{number + 10}\n"
        f"actors: [{{ref: anna, role: patron}}]\ncite: {{a: {{url: 'https://evening.example.com/{number}'}}}}\n"
        for number in range(5)
    }
    files = {f"{name}.yml": body for name, body in others.items()}
    entry = f"{HEAD}{DATED}places: [{{ref: river-town, role: {part}}}]\n"
    north = "parties: {north: {title: North, members: [north]}}"
    timeline = f"title: A miniature\nscope: 2014/2025\nvocabularies: {{type: {{battle: Battle}}}}\n{north}\n"
    found = compiled({"entry.yml": entry, **files, "mini/timeline.yml": timeline}).diagnostics
    assert [one.code for one in found if one.code != "COR040"] == told


def test_an_actor_that_is_once_what_places_are() -> None:
    others = {
        f"other-{number}.yml": f"title: Deed number {number}\ntype: battle\ndate: 2024-06-{number + 10}\n"
        f"places: [{{ref: river-town, role: region}}]\ncite: {{a: {{url: 'https://evening.example.com/{number}'}}}}\n"
        for number in range(5)
    }
    entry = f"{HEAD}{DATED}actors: [{{ref: anna, role: region}}]\n"
    assert "REF017" in [one.code for one in compiled({"entry.yml": entry, **others}).diagnostics]


VOICE = "{by: anna, stance: asserts, on: 2024-05-03, cite: a, quote: so it was}"


@pytest.mark.parametrize(
    ("second", "told"),
    [
        (VOICE.replace("so it was", "and so on"), ["CLM009"]),
        (VOICE.replace(", quote: so it was", ""), ["CLM009"]),
        (VOICE.replace("}", ", note: Again.}"), ["CLM009"]),
        (VOICE.replace("2024-05-03", "2024-05-04"), []),
        (VOICE.replace("asserts", "reports"), []),
        (VOICE.replace("by: anna", "by: boris"), []),
        (VOICE.replace("cite: a", "cite: b"), []),
        (VOICE.replace("by: anna", "by: {as: an envoy, of: anna}"), []),
    ],
)
def test_the_same_voice_twice(second: str, told: list[str]) -> None:
    cite = f"date: 2024-05-03\ncite: {{a: {{{URL}}}, b: {{url: 'https://evening.example.com/1'}}}}\n"
    assert codes(f"{cite}claims: {{c: {{says: So it was then., voices: [{VOICE}, {second}]}}}}\n") == told


@pytest.mark.parametrize(
    ("actors", "told"),
    [
        ("[{ref: anna, role: speaker}, {ref: anna, role: speaker, note: By letter.}]", ["REF015"]),
        ("[{ref: anna, role: speaker}, {ref: anna, role: speaker, office: Mayor}]", ["REF015"]),
        ("[{ref: anna, role: speaker, office: Mayor}, {ref: anna, role: speaker}]", ["REF015"]),
        ("[{ref: anna, office: Judge}, {ref: anna, office: Mayor}]", []),
        ("[{ref: anna, role: speaker}, {ref: anna, role: region}]", []),
    ],
)
def test_the_same_actor_twice(actors: str, told: list[str]) -> None:
    offices = "[{title: Mayor, held: 2020/..}, {title: Judge, held: 2020/..}]"
    anna = f"- {{id: anna, name: Anna, kind: person, offices: {offices}}}"
    others = "- {id: north, name: North, kind: state}\n- {id: south, name: South, kind: state}\n"
    files = {"entry.yml": f"{HEAD}{DATED}actors: {actors}\n", "authority/actors/all.yml": f"{anna}\n{others}"}
    assert [one.code for one in compiled(files).diagnostics if one.code != "COR040"] == told


@pytest.mark.parametrize(
    ("text", "alone"),
    [
        ("“so it was", "“"),
        ("„so war es", "„"),
        ("« ainsi fut-il", "«"),
        ("「そう だった", "「"),
        ('he said "so it was', '"'),
        ("“so it was”", None),
        ("„so war es“", None),
        ("”så var det”", None),
        ("»sådan var det«", None),
        ("« ainsi fut-il »", None),
        ("«Так было», — сказал он. «ООО «Ромашка»", None),
        ('a gun of 12" and no more', None),
        ("it’s the soldiers’ word", None),
        ('“so it was" in the paper', None),
    ],
)
def test_a_quotation_mark_without_a_partner(text: str, alone: str | None) -> None:
    shown = "'" + text.replace("'", "''") + "'"
    claim = f"claims: {{c: {{says: So it was., voices: [{{by: anna, stance: asserts, cite: a, quote: {shown}}}]}}}}\n"
    assert codes(DATED + claim) == ([] if alone is None else ["COR061"])
    assert codes(f"{DATED}summary: {shown}\n") == ([] if alone is None else ["COR061"])


@pytest.mark.parametrize(
    ("voice", "told"),
    [
        ("on: 1990-05-03, cite: a", ["DAT024"]),
        ("on: 1924-05-03, cite: a", ["NAM012"]),
        ("on: 2042-05-03, cite: a", ["SRC021"]),
        ("on: 2042-05-03, cite: b", ["DAT024"]),
        ("on: 2042-05-03, cite: late", []),
        ("on: 2024-05-03, cite: b", []),
        ("cite: b", []),
    ],
)
def test_a_voice_outside_the_scope(voice: str, told: list[str]) -> None:
    cite = f"""date: 2024-05-03
cite:
  a: {{{URL}, published: 2024-05-10}}
  b: {{url: 'https://evening.example.com/1'}}
  late: {{url: 'https://evening.example.com/2', published: 2043, stated: 3 May 2024}}
"""
    claim = f"claims: {{c: {{says: So it was then., voices: [{{by: anna, stance: asserts, {voice}}}]}}}}\n"
    assert codes(cite + claim) == told
    judged = "judgements: [{about: claims/c, by: an-editor, on: 2044-01-01, why: It is the first to say so.}]\n"
    assert "DAT024" not in codes(cite + claim + judged)


@pytest.mark.parametrize(
    ("field", "told"),
    [
        ("summary: The village was <b>taken</b> by night.", ["FRM036"]),
        ("summary: The village was taken.<br>By night.", ["FRM036"]),
        ("summary: The village was <script>alert(1)</script> taken.", ["FRM036"]),
        ("summary: The browser reads the tag `<b>` and others.", []),
        ("summary: The village was **taken** by night.", []),
        ("summary: It was 3 < 5 and 7 > 6 by all accounts.", []),
        ("actors: [{ref: anna, note: She was <i>there</i> by night.}]", ["FRM036"]),
        ("claims: {c: {says: It <b>was</b> so., voices: [{by: anna, stance: asserts, cite: a}]}}", ["FRM036"]),
        ("claims: {c: {says: It was **so** then., voices: [{by: anna, stance: asserts, cite: a}]}}", ["FRM036"]),
        ("claims: {c: {says: It knows the tag <b> alone., voices: [{by: anna, stance: asserts, cite: a}]}}", []),
        (
            "claims: {c: {says: So it was., voices: [{by: anna, stance: asserts, cite: a, quote: an <i>old</i> way}]}}",
            [],
        ),
    ],
)
def test_markup_that_is_shown_as_typed(field: str, told: list[str]) -> None:
    assert codes(f"{DATED}{field}\n") == told
