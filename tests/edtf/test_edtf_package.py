"""The package as a whole: its examples, its walls, its public names, order and seasons."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import sys
from pathlib import Path

import pytest

import regesta.edtf as edtf
from regesta.edtf import Days, ordinal, parse, period, place

MODULES = sorted(module.name for module in pkgutil.walk_packages(edtf.__path__, "regesta.edtf."))


@pytest.mark.parametrize("name", ["regesta.edtf", *MODULES])
def test_the_examples_of_docstrings_are_true(name: str) -> None:
    module = importlib.import_module(name)
    names = {public: getattr(edtf, public) for public in edtf.__all__}
    assert doctest.testmod(module, extraglobs=names).failed == 0


@pytest.mark.parametrize("name", MODULES)
def test_nothing_but_the_standard_library_is_imported(name: str) -> None:
    """Babel is for display alone, and no other room of the program is known here."""
    path = importlib.import_module(name).__file__
    assert path is not None
    for node in ast.walk(ast.parse(Path(path).read_text("utf-8"))):
        imported = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0
            imported = [node.module or ""]
        for each in imported:
            top = each.split(".")[0]
            own = each.startswith("regesta.edtf") and (".display" in name or ".display" not in each)
            assert own or top in sys.stdlib_module_names or (top == "babel" and ".display." in name)


def test_public_names_are_documented() -> None:
    for name in edtf.__all__:
        assert getattr(edtf, name).__doc__, name


def test_a_chronology_puts_the_imprecise_first() -> None:
    written = [
        "[..2013]", "2013-12-31", "201X", "2014/..", "2014", "2014-24", "2014-XX", "[2014-01,2014-03]", "2014-02",
        "2014-02-XX", "2014-02-20/2015", "2014-02-20", "2014-02-21", "2014-03/2014-05", "2014-03-18", "2015",
    ]  # fmt: skip
    order = sorted((parse(text) for text in written), key=place)
    assert [str(value) for value in order] == [
        "201X", "2013-12-31", "[..2013]", "2014-24", "[2014-01,2014-03]", "2014", "2014-XX", "2014/..",
        "2014-02", "2014-02-XX", "2014-02-20", "2014-02-20/2015", "2014-02-21",
        "2014-03/2014-05", "2014-03-18", "2015",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2014-02-20", (2014, 2, 20)),
        ("2014-02-XX", (2014, 2, 0)),
        ("2014-02-20/2014-02-22", (2014, 2, 0)),
        ("2014-02/2014-03", (2014, 0, 0)),
        ("2014/2015", None),
        ("2014/..", None),
    ],
)
def test_the_smallest_period(text: str, expected: tuple[int, int, int] | None) -> None:
    assert period(parse(text).days) == expected


def test_a_winter_has_two_stretches_and_no_summer() -> None:
    assert parse("2022-24").days == Days.of(
        (ordinal(2021, 12, 1), ordinal(2022, 3, 21)), (ordinal(2022, 12, 1), ordinal(2023, 3, 21))
    )


def test_spans_have_starts_and_ends() -> None:
    value = parse("2014/2014-03")
    assert value.starts == Days.of((ordinal(2014, 1, 1), ordinal(2014, 3, 31)))
    assert value.ends == Days.of((ordinal(2014, 3, 1), ordinal(2014, 3, 31)))
    several = parse("{1667,1668,1670..1672}")
    assert several.starts == parse("1667").days
    assert several.ends == parse("1672").days
    assert several.days == parse("1667").days | parse("1668").days | parse("[1670..1672]").days


def test_unknown_digits_give_disjoint_ranges() -> None:
    assert [edtf.iso(first or 0) for first, _ in parse("156X-12-25").days] == [f"156{n}-12-25" for n in range(10)]
    assert parse("1985-XX-31").days.size == 7
    assert parse("2024-02-X9").days.size == 3
    assert parse("2023-02-X9").days.size == 2
    assert len(parse("XXXX-02-29").days) == 2425
    assert len(parse("201X").days) == len(parse("1985-XX-XX").days) == 1
