"""Coded checks: one rule, one function, one code for ever.

A family of rules is a module (or a folder) named for its subject. `check` runs them all over a survey; nothing here
stops at the first finding.
"""

from __future__ import annotations

from regesta.model.diagnostics import Diagnostic
from regesta.rules import claims, corpus, dates, figures, form, names, places, resolution, sources
from regesta.rules.registry import RULES, Family, Rule, rule
from regesta.rules.survey import Survey

__all__ = ["RULES", "Family", "Rule", "Survey", "check", "rule"]

FAMILIES = (form, dates, names, sources, resolution, claims, figures, places, corpus)
"""The modules that hold the rules; importing them registers what they hold."""


def check(survey: Survey) -> tuple[Diagnostic, ...]:
    """Every finding of every rule, sorted by path, line, column and code."""
    found = {diagnostic for each in RULES.values() for diagnostic in each.diagnostics(survey)}
    return tuple(sorted(found, key=lambda diagnostic: diagnostic.order))
