"""What an editor has looked at and signed is not asked again."""

from __future__ import annotations

import pytest

from tests.miniature import codes, compiled

ENTRY = """title: A village is said to have been taken
type: statement
cite:
  a: {{url: "https://morning.example.com/1", published: 2025-04-30, stated: {stated}}}
  b: {{url: "https://evening.example.com/1", published: 2025-04-30, stated: April 2025}}
{more}"""

ODD = [("DAT008", "Saturday (27 April)"), ("DAT009", "[25 April 2025, 26 April 2025]"), ("DAT013", "05/04/2025")]


@pytest.mark.parametrize(("code", "stated"), ODD)
def test_an_oddity_of_a_citation_is_asked_about_until_it_is_judged(code: str, stated: str) -> None:
    judged = "judgements: [{{about: {about}, by: an-editor, on: 2025-05-01, why: The page prints it so.}}]"
    asked = {
        about: codes(compiled({"taken.yml": ENTRY.format(stated=stated, more=more)}))
        for about, more in [("", ""), *((about, judged.format(about=about)) for about in ("cite/a", "cite/b", "date"))]
    }
    assert {about for about, found in asked.items() if code in found} == {"", "cite/b", "date"}
    assert not {"REF012", "FRM001"} & set(asked["cite/a"])


@pytest.mark.parametrize(
    "judged", ["", "judgements:\n  - {about: date, by: an-editor, on: 2025-05-01, why: It is so.}\n"]
)
def test_the_judgement_that_is_proposed_settles_the_matter(judged: str) -> None:
    entry = ENTRY.format(stated='"Saturday, 27 April 2025"', more=judged)
    (told,) = [one for one in compiled({"taken.yml": entry}).diagnostics if one.code == "DAT008"]
    start = "if it was miscopied, correct the weekday or the day; if the source printed it so, "
    assert told.mend.startswith(start)
    proposed = told.mend.rpartition(": `")[2].rstrip("`").replace("on: …", "on: 2025-05-02")
    assert "…" not in proposed
    mended = f"{entry}  - {proposed}\n" if judged else f"{entry}{told.mend.partition('`')[2].rstrip('`')}\n"
    assert "DAT008" not in codes(compiled({"taken.yml": mended.replace("on: …", "on: 2025-05-02")}))


def test_a_month_in_the_place_of_the_day_is_put_in_its_own() -> None:
    def told(published: str, on: str) -> list[tuple[str, str, str]]:
        entry = f"""title: A village is said to have been taken
type: statement
cite: {{a: {{url: "https://morning.example.com/1", published: {published}, stated: 3 May 2018}}}}
claims: {{c: {{says: So., voices: [{{by: anna, stance: asserts, cite: a, on: {on}}}]}}}}
"""
        found = compiled({"taken.yml": entry}).diagnostics
        return [(one.code, one.message, one.mend) for one in found if one.code.startswith("DAT")]

    assert told("2018-26-11", "2018-13-05") == [
        ("DAT001", "`2018-26-11` is no EDTF date: there is no month 26", MEND.format("2018-11-26")),
        ("DAT002", "`2018-13-05` cannot be read as a date: there is no month 13", MEND.format("2018-05-13")),
    ]
    assert told("2018-02-01/2018-26-02", "2018-02-14")[0][2] == MEND.format("2018-02-01/2018-02-26")
    neither = told("2018-13-26", "2018-31-02")
    assert ["there is no month" in message for _, message, _ in neither] == [True, True]
    assert not any("the month stands" in mend for *_, mend in neither)
    assert told("2018-11-26", "2018-05-13") == []


MEND = "write `{}`: the month stands before the day"
