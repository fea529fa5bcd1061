"""YAML as a small safe language."""

from __future__ import annotations

import time

import pytest

from regesta.load import Mapping, Scalar, Sequence
from regesta.load.scan import MAX_DEPTH, scan
from regesta.model.faults import Reason


def _reasons(text: str) -> list[Reason]:
    return [fault.reason for fault in scan(text, "a.yml")[1]]


@pytest.mark.parametrize("lexeme", ["no", "0755", "12:30", "2022-02-30", "1e3", "0x1F", ".inf", "1_000", "=", "ON"])
def test_every_scalar_stays_what_was_typed(lexeme: str) -> None:
    document, faults = scan(f"a: {lexeme}\n", "a.yml")
    assert faults == []
    assert document is not None
    assert isinstance(document.root, Mapping)
    value = document.root.fields[0].value
    assert isinstance(value, Scalar)
    assert value.text == lexeme


def test_marks_are_those_of_an_editor() -> None:
    document, _ = scan("tïtle: x\nlist:\n  - 'Київ'\n", "a.yml")
    assert document is not None
    assert isinstance(document.root, Mapping)
    items = document.root.fields[1].value
    assert isinstance(items, Sequence)
    mark = items.items[0].mark
    assert (mark.line, mark.column, mark.end_line, mark.end_column) == (3, 5, 3, 11)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("a: &x 1\n", Reason.FORBIDDEN_YAML),
        ("a: *x\n", Reason.FORBIDDEN_YAML),
        ("a: !!python/object:os.system x\n", Reason.FORBIDDEN_YAML),
        ("a: !x y\n", Reason.FORBIDDEN_YAML),
        ("a: ! y\n", Reason.FORBIDDEN_YAML),
        ("%YAML 1.1\n---\na: 1\n", Reason.FORBIDDEN_YAML),
        ("%TAG ! tag:example.org:\n---\na: 1\n", Reason.FORBIDDEN_YAML),
        ("a: 1\n---\nb: 2\n", Reason.FORBIDDEN_YAML),
        ("<<: {a: 1}\n", Reason.FORBIDDEN_YAML),
        ("[a]: 1\n", Reason.KEY_SHAPE),
        ("? {a: 1}\n: 1\n", Reason.KEY_SHAPE),
        ("a: 1\nb: 2\na: 3\n", Reason.DUPLICATE_KEY),
        ("a: 1\n'a': 3\n", Reason.DUPLICATE_KEY),
        ('a: "\\u202e"\n', Reason.CHARACTER),
        ('a: "\\0"\n', Reason.CHARACTER),
        ('a: "\\N"\n', Reason.CHARACTER),
        ('a: "\\x1b[31m"\n', Reason.CHARACTER),
        ("a: b: c\n", Reason.SYNTAX),
        ("a: 'b\n", Reason.SYNTAX),
        ("\ta: 1\n", Reason.SYNTAX),
        ("a: [1, 2\n", Reason.SYNTAX),
        ("a: @x\n", Reason.SYNTAX),
        ('a: "\\q"\n', Reason.SYNTAX),
    ],
)
def test_what_is_outside_the_language_is_refused(text: str, reason: Reason) -> None:
    document, faults = scan(text, "a.yml")
    assert document is None
    assert [fault.reason for fault in faults] == [reason]
    assert faults[0].mend


def test_faults_that_leave_the_structure_whole_are_all_reported() -> None:
    assert _reasons('a: "\\u202e"\na: 1\n? [x]\n: 2\n<<: {}\n') == [
        Reason.CHARACTER,
        Reason.DUPLICATE_KEY,
        Reason.KEY_SHAPE,
        Reason.FORBIDDEN_YAML,
    ]


def test_the_second_of_two_equal_keys_points_at_the_first() -> None:
    (fault,) = scan("a: 1\nb: 2\na: 3\n", "a.yml")[1]
    assert (fault.mark.line, fault.related[0][0].line) == (3, 1)


def test_depth_and_number_are_bounded() -> None:
    assert _reasons("[" * MAX_DEPTH + "x" + "]" * MAX_DEPTH) == []
    assert _reasons("[" * (MAX_DEPTH + 1) + "x" + "]" * (MAX_DEPTH + 1)) == [Reason.TOO_DEEP]
    assert _reasons("- x\n" * 20_001) == [Reason.TOO_MANY]


@pytest.mark.parametrize(
    "text",
    [
        "[" * 100_000,
        "{" * 100_000,
        "? " * 100_000,
        "- " * 100_000,
        "a: &a [x]\nb: &b [*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n" * 1_000,
        "".join(f"k{n}: &k{n} {{<<: [*k{n - 1}, *k{n - 1}]}}\n" for n in range(1, 2_000)),
        "a: " + "'" * 200_000,
        "#" * 250_000,
        "a: |\n" + " x\n" * 60_000,
        "[a, " * 60_000,
        "{a: " * 50_000,
        "? a\n" * 60_000,
        "x: [a b: c\n" + "[" * 200_000,
        "x: 'a' b\n" + "'" * 200_000,
        "x: " + "'' " * 80_000 + "\n",
        "x: " + "- " * 100_000 + "\n y: [\n",
        "- " * 9 + "\n" + "  - a: b\n" * 9_000 + " c: d\n",
        'x: "' + "a: b\n" * 50_000,
        "x: y: " + ": " * 100_000,
    ],
)
def test_hostile_text_costs_no_more_than_its_size(text: str) -> None:
    started = time.perf_counter()
    scan(text, "a.yml")
    assert time.perf_counter() - started < 5
