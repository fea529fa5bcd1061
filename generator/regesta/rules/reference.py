"""The manual of the rules: each docstring, cut into its sections.

`regesta explain`, the reference page and the tests read the same text, so that what the manual calls wrong is what
is refused.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator

from regesta.immutable import immutable
from regesta.model.diagnostics import Severity
from regesta.rules.registry import RULES, Family, Rule

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_FENCE = re.compile(r"^```(\w+)?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LABEL = re.compile(r"\A# (\S+/\S+\.\w+|(?:timeline|mkdocs)\.yml)(?: \((as published)\))?\n")


@immutable(frozen=True, slots=True)
class Example:
    """A file of an example.

    `path` is from the timeline's folder; when it begins with `authority/`, from the folder of all timelines; of the
    configuration and of pages written by hand, from the folder around that. None is a fragment of some entry.
    `conditions` are what a listing cannot show (`repeat=30000`, `encoding=latin-1`); `published` marks a file that
    stood at the base revision and stands no more.
    """

    path: str | None
    text: str
    language: str
    conditions: tuple[str, ...] = ()
    published: bool = False


@immutable(frozen=True, slots=True)
class Section:
    """A section of a rule's manual: its title, its Markdown whole, and the files shown in it."""

    title: str
    body: str
    examples: tuple[Example, ...]

    @property
    def prose(self) -> str:
        """The body without its listings."""
        return _FENCE.sub("", self.body).strip()


@immutable(frozen=True, slots=True)
class Manual:
    """Everything a person may read about a rule."""

    code: str
    name: str
    title: str
    severity: Severity
    family: Family
    about: str
    sections: tuple[Section, ...]

    def section(self, title: str) -> Section | None:
        """The section of that title."""
        return next((section for section in self.sections if section.title == title), None)


def manual(rule: Rule) -> Manual:
    """The manual of one rule. What its docstring lacks, the manual lacks; a test forbids that."""
    title, _, rest = inspect.cleandoc(rule.check.__doc__ or "").partition("\n")
    parts = _HEADING.split(rest)
    sections = tuple(_section(parts[at].strip(), parts[at + 1].strip()) for at in range(1, len(parts), 2))
    return Manual(rule.code, rule.name, title.rstrip("."), rule.severity, rule.family, parts[0].strip(), sections)


def manuals() -> Iterator[Manual]:
    """Every rule's manual, by family, then code."""
    order = list(Family)
    for rule in sorted(RULES.values(), key=lambda each: (order.index(each.family), each.code)):
        yield manual(rule)


def _section(title: str, body: str) -> Section:
    return Section(title, body, tuple(_example(*found.groups()) for found in _FENCE.finditer(body)))


def _example(language: str | None, conditions: str, text: str) -> Example:
    label = _LABEL.match(text)
    return Example(
        path=label[1] if label else None,
        text=text[label.end() :] if label else text,
        language=language or "",
        conditions=tuple(conditions.split()),
        published=bool(label and label[2]),
    )
