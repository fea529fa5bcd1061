"""Timelines of other subjects than the first: a biography, a product, a discovery. What is told of them is true."""

from __future__ import annotations

import pytest

from regesta.model.diagnostics import Diagnostic
from tests.miniature import compiled

TIMELINE = """
title: A life in documents
scope: 1642/1727
editors: [{id: an-editor, name: An Editor}]
vocabularies: {type: {life: Life, work: Work}}
"""
ACTORS = """
- {id: isaac, name: Isaac, kind: person, born: 1643-01-04, died: 1727-03-31}
- {id: gottfried, name: Gottfried, kind: person, born: 1646-07-01, died: 1716-11-14}
"""
ABBEY = "url: 'https://abbey.example.com/isaac'"
AROUND = {"life/timeline.yml": TIMELINE, "authority/actors/all.yml": ACTORS}


def told(entry: str, **files: str) -> list[Diagnostic]:
    written = {f"life/{name.replace('_', '/')}.yml": text for name, text in files.items()}
    outcome = compiled({"life/entries/entry.yml": entry, **written}, around=AROUND)
    return [one for one in outcome.diagnostics if one.code != "COR040"]


def life(title: str, rest: str) -> str:
    return f"title: {title}\ntype: life\n{rest}"


def test_one_day_by_two_calendars_is_recognised() -> None:
    birth = f"actors: [isaac]\ncite: {{a: {{{ABBEY}, stated: '25 December 1642'}}}}\n"
    (found,) = told(life("Isaac is born", birth))
    assert found.code == "NAM012"
    assert "25 December 1642 (Old Style)" in found.mend
    assert "10 days apart" in found.mend
    assert not told(life("Isaac is born", birth.replace("1642'", "1642 (Old Style)'")))


@pytest.mark.parametrize(("date", "code"), [("1687-07-15", "DAT011"), ("1687-07-16", "DAT011")])
def test_a_date_beside_the_julian_one_of_the_source(date: str, code: str) -> None:
    (found,) = told(life("The book", f"date: {date}\ncite: {{a: {{{ABBEY}, stated: 5 July 1687}}}}\n"))
    assert found.code == code
    assert ("Julian" in found.mend) == (date == "1687-07-15")


def test_two_sources_by_two_calendars() -> None:
    cite = f"cite:\n  a: {{{ABBEY}, stated: 5 July 1687 (Old Style)}}\n"
    cite += "  b: {url: 'https://other.example.com/1', stated: 5 July 1687}\n"
    (found,) = told(life("The book", f"date: 1687-07-15\n{cite}"))
    assert found.code == "DAT012"
    assert "Julian" in found.mend


@pytest.mark.parametrize(("part", "codes"), [("subject", []), ("author", ["NAM013"])])
def test_the_dead_may_be_what_an_event_is_about(part: str, codes: list[str]) -> None:
    burial = f"actors: [{{ref: gottfried, role: {part}}}]\ncite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}\n"
    assert [one.code for one in told(life("He is buried", burial))] == codes


def test_words_of_the_dead_want_their_day() -> None:
    letter = f"""cite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}
claims: {{c: {{says: He was the first., voices: [{{by: gottfried, stance: asserts, cite: a}}]}}}}
"""
    (found,) = told(life("His letter is printed", letter))
    assert (found.code, found.mend.partition(",")[0]) == ("NAM013", "add the day on which it was said (`on: …`)")
    assert not told(life("His letter is printed", letter.replace("asserts", "asserts, on: 1715")))


@pytest.mark.parametrize(("by", "codes"), [("{as: Historians}", []), ("historian", ["DAT024"])])
def test_a_later_historian_is_no_slip(by: str, codes: list[str]) -> None:
    claim = f"""cite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}
claims: {{c: {{says: He was the first., voices: [{{by: {by}, stance: asserts, on: 1980, cite: a}}]}}}}
"""
    historian = {"authority/actors/historian.yml": "name: Historian\nkind: person\n"}
    text = life("His book is printed", claim)
    outcome = compiled({**historian, "life/entries/entry.yml": text}, around=AROUND)
    assert [one.code for one in outcome.diagnostics if one.code[:3] == "DAT"] == codes
    if codes:
        published = text.replace("stated:", "published: 1981, stated:")
        again = compiled({**historian, "life/entries/entry.yml": published}, around=AROUND)
        assert not [one for one in again.diagnostics if one.code[:3] in ("DAT", "SRC")]


def test_what_an_unread_source_may_say_is_waited_for() -> None:
    """The other one alone puts the birth before the birth; the first may say the day of the other calendar."""
    cite = f"""actors: [isaac]
cite:
  a: {{{ABBEY}, stated: 25 Decembre 16423}}
  b: {{url: 'https://other.example.com/1', stated: 25 December 1642}}
"""
    assert [one.code for one in told(life("Isaac is born", cite))] == ["DAT002"]


def test_a_day_without_its_year_is_in_order_beside_the_whole_date() -> None:
    assert not told(life("He speaks", f"cite: {{a: {{{ABBEY}, stated: [July 1, on 1 July 1679]}}}}\n"))
    alone = told(life("He speaks", f"cite: {{a: {{{ABBEY}, stated: July 1}}}}\n"))
    assert [one.code for one in alone] == ["DAT006"]


def test_an_event_whose_moments_alone_are_dated_has_no_place_in_time() -> None:
    cite = f"cite: {{a: {{{ABBEY}, stated: {{published: 5 July 1687 (Old Style)}}}}}}\n"
    (found,) = told(life("The book", cite))
    assert (found.code, found.severity.value) == ("DAT021", "warning")
    assert "`published`" in found.message
    assert not told(life("The book", cite.replace("{published:", "{event: July 1687, published:")))
    assert not told(life("The book", f"date: 1687-07\n{cite}"))


def test_a_source_written_out_again_is_told_how_to_cite_its_record() -> None:
    cite = f"cite: {{a: {{{ABBEY}, title: Isaac, published: 1981, stated: 14 December 1716}}}}\n"
    record = f"{ABBEY}\npublished: 1981\n"
    (found,) = told(life("He is buried", cite), sources_abbey=record)
    assert found.mend == "write `source: abbey` instead of `url`; `title` and `published` belong there"
    mended = "cite: {a: {source: abbey, stated: 14 December 1716}}\n"
    assert not told(life("He is buried", mended), sources_abbey=record)


@pytest.mark.parametrize(
    ("what", "unit", "value", "codes"),
    [
        ("Votes for him", "%", "3.5", []),
        ("Swing against him", "%", "-3.5", []),
        ("Value of a farthing", "£", "1", []),
        ("Charge of the electron", "coulomb", "-1.6", []),
        ("Depth of the wreck", "metres", "-120", []),
        ("Position on the slit", "mm", "-12", []),
        ("Operating income", "million dollars", "-3", []),
        ("Sounding", "fathoms below the keel", "-3", []),
        ("Average household", "persons", "2.5", []),
        ("Books in his library", "books", "-3", ["FIG003"]),
        ("Servants", "persons", "-3", ["FIG003"]),
        ("Servants", "persons", "2.5", ["FIG004"]),
    ],
)
def test_numbers_below_zero_and_between_wholes(what: str, unit: str, value: str, codes: list[str]) -> None:
    figure = f"figures: {{f: {{what: {what}, unit: '{unit}', values: [{{by: isaac, value: {value}, cite: a}}]}}}}\n"
    entry = life("He counts", f"cite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}\n{figure}")
    assert [one.code for one in told(entry)] == codes


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("The ΛCDM model and the Hα line at 0.6563 μm", []),
        ("The Lyα forest", []),
        ("The Τhirteen", ["NAM007"]),
        ("The crоssing", ["NAM007"]),
    ],
)
def test_greek_letters_of_science(title: str, codes: list[str]) -> None:
    found = told(life(f'"{title}"', f"cite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}\n"))
    assert [one.code for one in found] == codes


@pytest.mark.parametrize(
    ("country", "codes"),
    [
        ("Dutch Republic", []),
        ("Prussia", []),
        ("Kingdom of Hanover", []),
        ("Untied Kingdom", ["NAM009"]),
        ("London", ["NAM009"]),
    ],
)
def test_printers_of_states_that_are_no_more(country: str, codes: list[str]) -> None:
    entry = life("His book is printed", f"cite: {{a: {{{ABBEY}, stated: 14 December 1716}}}}\n")
    press = {"authority/publishers/press.yml": f"name: Press\ncountry: {country}\n"}
    outcome = compiled({"life/entries/entry.yml": entry, **press}, around=AROUND)
    assert [one.code for one in outcome.diagnostics if one.code != "COR040"] == codes


@pytest.mark.parametrize(("year", "codes"), [(2010, []), (2026, []), (2410, ["SRC024"])])
@pytest.mark.parametrize("seen", ["", "accessed: 1727-05-01"])
def test_one_modern_source_among_old_ones_is_not_of_the_future(seen: str, year: int, codes: list[str]) -> None:
    years = (1687, 1690, 1700, 1704, 1713)
    sources = [f"{{url: 'https://old.example.com/{each}', published: {each}, stated: '1687'}}" for each in years]
    sources[0] = sources[0].replace("stated", f"{seen}, stated") if seen else sources[0]
    modern = f"{{url: 'https://new.example.com/1', published: {year}, stated: '1687'}}"
    cite = "".join(f"  {key}: {source}\n" for key, source in zip("abcdef", [*sources, modern], strict=True))
    assert [one.code for one in told(life("The book", f"cite:\n{cite}"))] == codes


@pytest.mark.parametrize(("year", "codes"), [(2024, []), (2042, ["SRC024"])])
def test_editors_who_come_back_after_many_years(year: int, codes: list[str]) -> None:
    cite = f"  a: {{{ABBEY}, published: 1999, accessed: 2001-02-03, stated: '1687'}}\n"
    cite += f"  b: {{url: 'https://new.example.com/1', published: 2000, accessed: {year}-02-03, stated: '1687'}}\n"
    assert [one.code for one in told(life("The book", f"cite:\n{cite}"))] == codes
