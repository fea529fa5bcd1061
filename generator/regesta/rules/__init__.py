"""Coded checks: one rule, one function, one code for ever.

A family of rules is a module (or a folder) named for its subject. `check` runs them all over a survey; nothing here
stops at the first finding.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from operator import itemgetter

from regesta import parallel
from regesta.model.diagnostics import Diagnostic
from regesta.rules import claims, configuration, corpus, dates, figures, form, names, places, resolution, sources
from regesta.rules.registry import RULES, Family, Rule, rule
from regesta.rules.survey import Survey

__all__ = ["RULES", "Family", "Rule", "Survey", "check", "rule"]

FAMILIES = (form, dates, names, sources, resolution, claims, figures, places, corpus, configuration)
"""The modules that hold the rules; importing them registers what they hold."""


MANY = 1_000
"""Rules look over fewer entries and sources sooner than processes are started."""


def check(survey: Survey, *, workers: int | None = None) -> tuple[Diagnostic, ...]:
    """Every finding of every rule, sorted by path, line, column and code, however many `workers` share in it.

    Raises parallel.LostError for a process that died.
    """
    rules = tuple(RULES.values())

    def work(numbers: Iterator[int]) -> Iterator[tuple[int, list[Diagnostic]]]:
        for number in numbers:
            yield number, list(rules[number].diagnostics(survey))

    if workers is None and len(survey.corpus.entries) + len(survey.corpus.sources) < MANY:
        workers = 1
    by_rule = sorted(parallel.shared(len(rules), work, workers=workers), key=itemgetter(0))
    found = dict.fromkeys(chain.from_iterable(diagnostics for _, diagnostics in by_rule))
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))
