"""A reference by name is answered with the id of whoever bears it."""

from __future__ import annotations

import pytest

from tests.miniature import compiled


@pytest.mark.parametrize(
    ("written", "meant"), [("anna-north", "anna"), ("boris-south", "boris"), ("ana", "anna"), ("nobody-at-all", None)]
)
def test_an_unknown_actor_is_looked_for_by_name(written: str, meant: str | None) -> None:
    text = f"""
    title: A meeting
    type: statement
    actors: [{written}]
    cite: {{a: {{url: "https://morning.example.com/1", stated: 3 May 2024}}}}
    """
    (told,) = [one for one in compiled({"entry.yml": text}).diagnostics if one.code == "REF002"]
    made = f"make `authority/actors/{written}.yml` with `name: …` and `kind: …`: `regesta new actor`"
    assert told.mend == (f"did you mean `{meant}`? If not, {made}" if meant else made)


PUBLISHERS = ["morning-times", "the-free-gazette", "ap", "evening-news-2024"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("foo-times", None),
        ("mowing-times", "morning-times"),
        ("norning-times", "morning-times"),
        ("morning-tims", "morning-times"),
        ("morningtimes", "morning-times"),
        ("free-gazette", "the-free-gazette"),
        ("the-free-gaz", "the-free-gazette"),
        ("the-feee-gazete", "the-free-gazette"),
        ("the-red-gazette", None),
        ("evening-news-2023", "evening-news-2024"),
        ("evening-post-2024", None),
    ],
)
def test_a_shared_word_makes_no_likeness(written: str, meant: str | None) -> None:
    records = "".join(f"- {{id: {each}, name: {each}}}\n" for each in PUBLISHERS)
    source = f"url: https://morning.example.com/9\npublished: 2024-05-03\npublisher: {written}\n"
    outcome = compiled({"mini/sources/page.yml": source, "authority/publishers/more.yml": records})
    (told,) = [one for one in outcome.diagnostics if one.code == "REF006"]
    made = f"make `authority/publishers/{written}.yml` with `name: …`: `regesta new publisher`"
    assert told.mend == (f"did you mean `{meant}`? If not, {made}" if meant else made)
    more = {"mini/sources/page.yml": source, f"authority/publishers/{written}.yml": f"name: {written}\n"}
    assert not [one for one in compiled(more).diagnostics if one.code == "REF006"]


@pytest.mark.parametrize("written", ["morning-post", "Morning Post", "The Agency"])
def test_a_publisher_that_speaks_is_told_how(written: str) -> None:
    text = """
    title: A meeting
    type: statement
    cite: {{a: {{url: "https://morning.example.com/1", stated: 3 May 2024}}}}
    claims: {{c: {{says: So it is., voices: [{{by: {by}, stance: asserts, cite: a}}]}}}}
    """
    (told,) = [
        one for one in compiled({"entry.yml": text.format(by=written)}).diagnostics if one.code in ("REF002", "NAM001")
    ]
    by = {"The Agency": "agency"}.get(written, "morning-post")
    assert told.mend == f"that is a publisher: write `by: {{publisher: {by}}}`"
    mended = compiled({"entry.yml": text.format(by=f"{{publisher: {by}}}")})
    assert not {one.code for one in mended.diagnostics} - {"COR040"}


ADD = "add the office with its dates to the actor's record"


@pytest.mark.parametrize(
    ("written", "mend"),
    [
        ("President", f"write `President of the North`, if that is meant (it also has `Mayor`); if not, {ADD}"),
        (
            "Presiden of the North",
            f"write `President of the North`, if that is meant (it also has `Mayor`); if not, {ADD}",
        ),
        (
            "Mayor of River Town",
            f"write `Mayor`, if that is meant (it also has `President of the North`); if not, {ADD}",
        ),
        ("Minister", f"write one of its own (`President of the North` and `Mayor`), or {ADD}"),
    ],
)
def test_an_unknown_office_is_answered_with_each_title_once(written: str, mend: str) -> None:
    text = """
    title: A meeting
    type: statement
    actors: [{ref: carla, office: OFFICE}]
    cite: {a: {url: "https://morning.example.com/1", stated: 3 May 2024}}
    """
    carla = """
    name: Carla West
    kind: person
    offices:
      - {title: President of the North, held: 2014/2018}
      - {title: Mayor, held: 2019}
      - {title: President of the North, held: 2020/2025}
    """
    files = {"authority/actors/carla.yml": carla, "entry.yml": text.replace("OFFICE", written)}
    (told,) = [one for one in compiled(files).diagnostics if one.code == "NAM010"]
    assert told.mend == mend
