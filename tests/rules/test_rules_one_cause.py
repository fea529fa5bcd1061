"""A wrong date is told once, where it stands, and what only follows from it is not."""

from __future__ import annotations

import pytest

from regesta.compile import Outcome
from regesta.model.diagnostics import Diagnostic
from regesta.report import text
from tests.miniature import AROUND, compiled

HEAD = "title: A battle\ntype: battle\n"
CITED = "{{url: 'https://{paper}.example.com/1', published: {published}{more}}}"

Told = list[tuple[str, int]]


def cited(paper: str, published: str = "2024-05-04", stated: str = "") -> str:
    return CITED.format(paper=paper, published=published, more=f", stated: {stated}" if stated else "")


def essential(outcome: Outcome) -> list[Diagnostic]:
    return [one for one in outcome.diagnostics if one.code != "COR040"]


def told(date: str, *sources: str, more: str = "", **files: str) -> Told:
    """What is said of an entry with that `date` line (line 3), its sources from line 5 on, one a line."""
    cite = "".join(f"  {key}: {source}\n" for key, source in zip("abc", sources, strict=False))
    entry = f"{HEAD}{date}\ncite:\n{cite}{more}"
    outcome = compiled({"entry.yml": entry, **{f"{name}.yml": body for name, body in files.items()}})
    found = essential(outcome)
    assert all(one.mark.path.endswith("/entry.yml") for one in found), text(found, outcome.texts)
    return [(one.code, one.mark.line) for one in found]


OTHER = f"title: A siege\ntype: battle\ndate: 2024-05-01\ncite: {{o: {cited('evening').replace('/1', '/2')}}}\n"
LINKED = "related: [{entry: other, as: causes}]\nactors: [{ref: anna, role: speaker}]\n"


@pytest.mark.parametrize("date", ["2042-05-03", "2025-05-03", "1924-05-03", "1934-05-03"])
def test_a_date_that_the_sources_contradict(date: str) -> None:
    """Its sources are older, its scope is left, its actors not born, its links run backwards: nothing of all that."""
    sources = cited("morning", stated="3 May 2024"), cited("evening", stated="3 May 2024")
    assert told(f"date: {date}", *sources, more=LINKED, other=OTHER) == [("DAT011", 3)]


@pytest.mark.parametrize("date", ["2042-05-03", "1934-05-03"])
def test_a_date_outside_the_scope(date: str) -> None:
    assert told(f"date: {date}", cited("morning"), cited("evening"), more=LINKED, other=OTHER) == [("DAT020", 3)]


def test_a_date_after_all_sources() -> None:
    assert told("date: 2025-05-03", cited("morning"), cited("evening"), more=LINKED, other=OTHER) == [("SRC020", 3)]


@pytest.mark.parametrize("date", ["3 Mayy 2034", "03/05/2034", "31 February 2034"])
def test_a_date_that_cannot_be_read(date: str) -> None:
    """What the sources say instead is outside the scope, and after the births: nobody said that it is the date."""
    source = cited("morning", "2034-05-04", "3 May 2034")
    assert told(f"date: {date}", source, more=LINKED, other=OTHER) == [("DAT002", 3)]


WORDS = """
claims: {c: {says: So it was., voices: [{by: anna, stance: asserts, on: 2024-05-03, cite: a, quote: so it was}]}}
figures: {f: {what: dead, unit: persons, values: [{by: anna, as_of: 2024-05-03, value: 3, cite: a}]}}
"""


@pytest.mark.parametrize("stated", ["3 May 2024", "Friday", ""])
def test_a_publication_before_the_event_and_the_words(stated: str) -> None:
    sources = cited("morning", "2014-05-04", stated), cited("evening", stated="3 May 2024")
    assert told("date: 2024-05-03", *sources, more=WORDS) == [("SRC020", 5)]


def test_a_publication_before_several_words() -> None:
    sources = cited("morning", "2014-05-04"), cited("evening", stated="3 May 2014")
    assert told("date: 2014-05-03", *sources, more=WORDS) == [("SRC021", 8)]


def test_a_publication_after_the_day_of_its_copy() -> None:
    """The day from which “yesterday” is counted is wrong; that the date then differs follows."""
    source = cited("morning", "2034-05-04", "yesterday").replace("}", ", accessed: 2024-05-05}")
    assert told("date: 2024-05-03", source, cited("evening", stated="3 May 2024")) == [("SRC022", 5)]
    assert told("significance: minor", source) == [("SRC022", 5)]


def test_a_source_older_than_all_its_entries_is_told_in_its_own_file() -> None:
    entries = {
        f"{name}.yml": f"title: The {name} battle\ntype: battle\ndate: {day}\n"
        f"cite: {{s: {{source: shared}}, o: {{url: 'https://evening.example.com/{name}', stated: {day}}}}}\n"
        for name, day in (("first", "2024-05-03"), ("second", "2024-06-03"))
    }
    source = "url: https://morning.example.com/9\npublished: 2014-07-01\n"
    (found,) = essential(compiled({**entries, "mini/sources/shared.yml": source}))
    assert (found.code, found.mark.path.rpartition("/")[2], found.mark.line) == ("SRC020", "shared.yml", 2)
    assert len(found.related) == 2


def test_a_source_that_fits_another_entry_is_told_where_it_does_not() -> None:
    entries = {
        f"{name}.yml": f"title: The {name} battle\ntype: battle\ndate: {day}\ncite: {{s: {{source: shared}}}}\n"
        for name, day in (("first", "2024-05-03"), ("second", "2014-06-03"), ("third", "2024-06-03"))
    }
    source = "url: https://morning.example.com/9\npublished: 2014-07-01\n"
    found = essential(compiled({**entries, "mini/sources/shared.yml": source}))
    assert [one.mark.path.rpartition("/")[2] for one in found] == ["first.yml", "third.yml"]


def test_a_date_read_from_the_sources_is_doubted_where_they_stand() -> None:
    assert told("significance: minor", cited("morning", "2034-05-04", "yesterday")) == [("DAT020", 5)]


def test_two_mistakes_are_two_messages() -> None:
    """The scope is left by the sources too, and another source is older than both."""
    sources = cited("morning", stated="3 May 2024"), cited("evening", "2014-05-04")
    assert told("date: 2042-05-03", *sources) == [("DAT011", 3), ("SRC020", 6)]


@pytest.mark.parametrize("field", ["summary: Officials #1 said", "summary: Test #1"])
def test_a_text_cut_short_is_not_called_too_short(field: str) -> None:
    assert told("date: 2024-05-03", cited("morning", stated="3 May 2024"), more=f"{field}\n") == [("FRM035", 6)]


def test_a_name_cut_short_is_not_called_unfilled() -> None:
    assert told("date: 2024-05-03 ", cited("morning", stated="3 May 2024")) == []
    entry = f"title: Test #1 succeeds\ntype: battle\ncite: {{a: {cited('morning', stated='3 May 2024')}}}\n"
    assert [one.code for one in essential(compiled({"entry.yml": entry}))] == ["FRM035"]


@pytest.mark.parametrize(
    ("code", "file", "body"),
    [
        ("COR032", "mini/entries/own.yml", f"{OTHER}related: [{{entry: own, as: follows}}]\n"),
        ("PLC002", "authority/places/own.yml", "name: Own Place\nkind: town\nwithin: own\n"),
        ("REF030", "authority/actors/own.yml", "name: Own Body\nkind: body\nmember_of: [own]\n"),
        ("REF031", "authority/publishers/own.yml", "name: Own Paper\nowner: own\n"),
        ("SRC011", "mini/sources/own.yml", "url: https://morning.example.com/9\nsyndicated_from: own\n"),
    ],
)
def test_what_names_itself_is_no_circle(code: str, file: str, body: str) -> None:
    found = compiled({"other.yml": OTHER, file: body.replace("/2'", "/3'").replace("A siege", "A rout")}).diagnostics
    (own,) = [one for one in found if one.code == code]
    assert "`own`" in own.message
    assert "itself" in own.message
    assert "circle" not in own.message
    assert "→" not in own.message


def test_one_missing_record_or_citation_is_told_once_in_a_file() -> None:
    more = """actors: [carl]
claims: {c: {says: So it was., voices: [{by: carl, stance: asserts, cite: d}, {by: anna, stance: denies, cite: d}]}}
figures: {f: {what: dead, unit: persons, values: [{by: {as: a friend, of: carl}, value: 3, cite: d}]}}
"""
    entry = f"{HEAD}date: 2024-05-03\ncite:\n  a: {cited('morning')}\n{more}"
    found = essential(compiled({"entry.yml": entry}))
    assert [(one.code, one.mark.line) for one in found] == [("REF002", 6), ("REF010", 7)]
    assert [[mark.line for mark, _ in one.related] for one in found] == [[7, 8], [7, 8]]


def entries(*days: str, more: str = "actors: [anna]") -> dict[str, str]:
    names = ("The first deed", "A second meeting", "Some third word", "Another fourth walk", "Yet a fifth journey")
    return {
        f"e{number}.yml": f"title: {name}\ntype: battle\ndate: {day}\n{more}\n"
        f"cite: {{a: {{url: 'https://morning.example.com/{number}', published: {day}}}}}\n"
        for number, (name, day) in enumerate(zip(names, days, strict=False))
    }


DAYS = ("2024-01-05", "2024-02-05", "2024-03-05", "2024-04-05")


@pytest.mark.parametrize(
    ("life", "code", "line"),
    [
        ("born: 2095-01-01", "NAM012", 3),
        ("died: 2015-01-01", "NAM013", 3),
        ("offices: [{title: Mayor, held: 2014/2016}]", "NAM011", 3),
    ],
)
def test_a_slip_in_the_record_of_a_person_is_told_there(life: str, code: str, line: int) -> None:
    person = f"name: Carla\nkind: person\n{life}\n"
    office = ", office: Mayor" if "offices" in life else ""
    files = entries(*DAYS, more=f"actors: [{{ref: carla{office}}}]")
    (found,) = essential(compiled({**files, "authority/actors/carla.yml": person}))
    assert (found.code, found.mark.path.rpartition("/")[2], found.mark.line) == (code, "carla.yml", line)
    assert len(found.related) == 4


def test_one_entry_that_does_not_fit_a_life_is_told_there() -> None:
    files = {"authority/actors/carla.yml": "name: Carla\nkind: person\nborn: 2024-01-20\n"}
    (found,) = essential(compiled({**entries(*DAYS, more="actors: [carla]"), **files}))
    assert (found.code, found.mark.path.rpartition("/")[2]) == ("NAM012", "e0.yml")


def test_a_birth_after_the_offices_is_told_by_the_offices() -> None:
    person = "name: Carla\nkind: person\nborn: 2095\noffices: [{title: Mayor, held: 2014/2016}]\n"
    files = {**entries(*DAYS, more="actors: [carla]"), "authority/actors/carla.yml": person}
    assert [one.code for one in essential(compiled(files))] == ["NAM014"]


def test_a_slip_in_the_scope_is_told_there() -> None:
    timeline = AROUND["mini/timeline.yml"].replace("2014/2025", "2104/2205")
    (found,) = essential(compiled({**entries(*DAYS), "mini/timeline.yml": timeline}))
    assert (found.code, found.mark.path.rpartition("/")[2]) == ("DAT020", "timeline.yml")
    narrow = AROUND["mini/timeline.yml"].replace("2014/2025", "2024-02/2024-04")
    (found,) = essential(compiled({**entries(*DAYS), "mini/timeline.yml": narrow}))
    assert (found.code, found.mark.path.rpartition("/")[2]) == ("DAT020", "e0.yml")


def test_a_long_list_of_places_is_cut() -> None:
    more = f"actors: [{', '.join(f'{{ref: carl, role: part-{number}}}' for number in range(30))}]\n"
    timeline = AROUND["mini/timeline.yml"].replace("role: {speaker: Speaker, region: Region}", "role: {}")
    entry = f"{HEAD}date: 2024-05-03\ncite:\n  a: {cited('morning')}\n{more}"
    found = compiled({"entry.yml": entry, "mini/timeline.yml": timeline}).diagnostics
    (missing,) = [one for one in found if one.code == "REF002"]
    assert len(missing.related) == 12
    assert missing.related[-1][1] == "and here (actor), and 17 more"


def test_a_voice_after_all_that_it_is_cited_from() -> None:
    sources = cited("morning", stated="3 May 2024"), cited("evening", stated="3 May 2024")
    more = "claims: {c: {says: So it was., voices: [{by: anna, stance: asserts, on: 2034-05-03, cite: [a, b]}]}}\n"
    assert told("date: 2024-05-03", *sources, more=more) == [("SRC021", 7)]


def test_a_view_whose_source_cannot_be_read_is_told_once() -> None:
    place = """
    - {id: river-town, name: River Town, kind: town}
    - id: harbour
      name: Harbour
      kind: town
      within:
        - {place: river-town, cite: The Post}
        - {place: hill, per: north, cite: post}
    - {id: hill, name: Hill, kind: town}
    """
    files = {
        "entry.yml": OTHER,
        "authority/places/all.yml": place,
        "mini/sources/post.yml": "url: https://morning.example.com/9",
    }
    assert [one.code for one in essential(compiled(files))] == ["NAM001"]


@pytest.mark.parametrize("both", [True, False])
def test_a_date_after_all_sources_that_count_from_their_own_day(both: bool) -> None:
    sources = [cited("morning", stated="Friday"), cited("evening", stated="yesterday")]
    found = told("date: 2025-05-03", *sources[: 2 if both else 1], more=LINKED, other=OTHER)
    assert found == ([("DAT011", 3)] if both else [("SRC020", 5)])


@pytest.mark.parametrize(
    ("born", "held", "code"),
    [("1980", "2124/..", "NAM016"), ("1980", "1924/1926", "NAM014"), ("2095", "2014/..", "NAM012")],
)
def test_an_office_outside_the_life_is_told_in_the_record(born: str, held: str, code: str) -> None:
    person = f"name: Carla\nkind: person\nborn: {born}\noffices: [{{title: Mayor, held: {held}}}]\n"
    files = entries(*DAYS, more="actors: [{ref: carla, office: Mayor}]")
    assert [one.code for one in essential(compiled({**files, "authority/actors/carla.yml": person}))] == [code]


@pytest.mark.parametrize(
    ("relation", "days", "code", "mend"),
    [
        ("part-of", DAYS[:3], "COR032", "by the dates `e0` → `e1` and `e1` → `e2` and `e2` → `e0`"),
        ("part-of", DAYS[:2], "COR032", "by the dates `e0` → `e1` and `e1` → `e0`"),
        ("part-of", ("2024-01-05", "2024-01", "2024"), "COR032", "remove one of the links"),
        ("follows", DAYS[:3], "COR032", "by the dates `e0` → `e1` and `e1` → `e2`; or"),
        ("follows", DAYS[:2], "COR030", "put the link on the other entry"),
        ("causes", DAYS[:3], "COR030", "put the link on the other entry"),
    ],
)
def test_a_ring_of_links_is_told_once(relation: str, days: tuple[str, ...], code: str, mend: str) -> None:
    found = entries(*days, more="related: [{entry: NEXT, as: RELATION}]")
    names = [name.removesuffix(".yml") for name in found]
    files = {
        name: body.replace("NEXT", names[(number + 1) % len(names)]).replace("RELATION", relation)
        for number, (name, body) in enumerate(found.items())
    }
    (told,) = essential(compiled(files))
    assert told.code == code
    assert mend in told.mend
