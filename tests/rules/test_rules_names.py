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
    made = f"make `authority/actors/{written}.yml`: `regesta new actor`"
    assert told.mend == (f"did you mean `{meant}`?" if meant else made)
