"""Reasons, codes and rules: each reason is reported by one rule, each rule has one code of one family."""

from __future__ import annotations

import re
from types import MappingProxyType

import pytest

from regesta.model.corpus import Corpus
from regesta.model.diagnostics import Severity
from regesta.model.faults import Fault, Reason
from regesta.model.kinds import Kind
from regesta.model.marks import Mark
from regesta.rules import FAMILIES, RULES, Family, Survey, check, rule

NOTHING = Corpus(
    timelines={},
    entries={},
    sources={},
    actors={},
    places={},
    publishers={},
    topics={},
    tombstones={},
    conclusions={},
    back_links={},
    publisher_of={},
)
HERE = Mark("a.yml", 3, 5, 3, 9)


@pytest.mark.parametrize("reason", list(Reason))
def test_a_reason_is_reported_by_exactly_one_rule(reason: Reason) -> None:
    fault = Fault(reason, HERE, "it is wrong", "mend it", ((HERE, "here"),))
    found = check(Survey(NOTHING, (fault,)))
    assert len(found) == 1
    assert (found[0].mark, found[0].message, found[0].mend) == (HERE, "it is wrong", "mend it")
    assert found[0].related == ((HERE, "here"),)
    doubtful = reason is Reason.CUT_SHORT
    assert found[0].severity is (Severity.WARNING if doubtful else Severity.ERROR)


def test_codes_are_letters_of_a_family_and_a_number() -> None:
    for code, each in RULES.items():
        assert re.fullmatch(r"[A-Z]{3}[0-9]{3}", code)
        assert each.code == code
        assert each.family in Family


def test_names_are_distinct() -> None:
    assert len({each.name for each in RULES.values()}) == len(RULES)


def test_a_code_is_given_once() -> None:
    with pytest.raises(ValueError, match="FRM001 is the code of"):
        rule("FRM001", Severity.ERROR)(lambda survey: iter(()))


def test_rules_live_in_the_module_of_their_family() -> None:
    folders = {family.name: module.__name__ for family, module in zip(_order(), FAMILIES, strict=True)}
    for code, each in RULES.items():
        assert each.check.__module__.startswith(folders[code[:3]]), code


def _order() -> list[Family]:
    return list(Family)


def test_findings_come_in_order_and_once() -> None:
    faults = tuple(
        Fault(Reason.BAD_URL, Mark(path, line, 1, line, 2), "no address")
        for path, line in (("b.yml", 1), ("a.yml", 9), ("a.yml", 2), ("a.yml", 2))
    )
    places = [(each.mark.path, each.mark.line) for each in check(Survey(NOTHING, faults))]
    assert places == [("a.yml", 2), ("a.yml", 9), ("b.yml", 1)]


def test_nothing_is_missed_from_the_base_that_is_not_asked_for() -> None:
    published = MappingProxyType({(Kind.ENTRY, "kursk"): "entries/kursk.yml"})
    assert not check(Survey(NOTHING, (), None))
    assert [each.code for each in check(Survey(NOTHING, (), published))] == ["COR001"]
