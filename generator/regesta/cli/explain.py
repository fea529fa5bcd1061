"""`regesta explain`: the manual of the rules, in the terminal."""

from __future__ import annotations

import re
import shutil
import sys
import textwrap
from itertools import groupby

import click

from regesta.cli.terminal import coloured, say
from regesta.rules import RULES
from regesta.rules.reference import Manual, manual, manuals
from regesta.rules.suggestions import Suggestions

WIDTH = 96
"""Columns of a line, where the terminal has as many."""

NARROWEST = 30

_FENCE = re.compile(r"^```.*$", re.MULTILINE)


@click.command("explain", short_help="Say what a code means.")
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Say what a code means: why the rule is there, what is wrong, and how it is right.

    Without a code: the list of all rules.

    \b
    Examples:
      regesta explain
      regesta explain SRC002
    """
    if code is None:
        say(_list())
        return
    known = code.strip().upper()
    if known not in RULES:
        nearest = Suggestions(RULES).nearest(known)
        hint = f" Did you mean {nearest}?" if nearest else ""
        raise click.UsageError(f"There is no rule {code}.{hint} `regesta explain` lists them all.")
    say(_page(manual(RULES[known])))


def _list() -> str:
    lines: list[str] = []
    for family, members in groupby(manuals(), key=lambda each: each.family):
        lines += ["", _bold(f"{family.value} ({family.name})")]
        for each in members:
            note = "" if each.severity.value == "error" else "  (warning)"
            lines.append(f"  {each.code}  {each.title}{note}")
    return "\n".join(lines[1:])


def _page(each: Manual) -> str:
    parts = [f"{_bold(f'{each.code} {each.title}')}  ({each.severity.value}, {each.name})"]
    if each.about:
        parts.append(_filled(each.about))
    for section in each.sections:
        parts.append(_bold(section.title))
        parts.append(_body(section.body))
    return "\n\n".join(parts)


def _body(body: str) -> str:
    """Prose filled to the width, listings indented."""
    pieces = []
    for number, piece in enumerate(_FENCE.split(body)):
        if piece.strip():
            pieces.append(textwrap.indent(piece.strip("\n"), "    ") if number % 2 else _filled(piece))
    return "\n\n".join(pieces)


def _filled(prose: str) -> str:
    width = max(NARROWEST, min(WIDTH, shutil.get_terminal_size((WIDTH, 0)).columns))
    paragraphs = re.split(r"\n\s*\n", prose.strip())
    return "\n\n".join(
        textwrap.fill(" ".join(each.split()), width, break_long_words=False, break_on_hyphens=False)
        for each in paragraphs
    )


def _bold(words: str) -> str:
    return click.style(words, bold=True) if coloured(sys.stdout) else words
