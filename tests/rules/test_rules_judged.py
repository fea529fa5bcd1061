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
