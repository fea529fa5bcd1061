"""Articles, which are passed over: only where one can stand."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from regesta.normalise.phrases.grammar import Grammar, Token

_CONNECTING: Final = frozenset("fIOFt^&|<>b[{}~?+g")
"""Kinds of words that no article stands before."""

_ADJECTIVES: Final = frozenset({"whole", "entire"})
"""Those of them that an article does stand before."""

_NOUNS: Final = ("word", "n", "o", "Y", "D", "y", "c", "Q")
"""Tokens that an article can lead to."""


def word_kinds(token: Token, grammar: Grammar) -> set[str]:
    """What a word that was not yet looked up can be."""
    return {entry.kind for entry in grammar.lexicon.get(token.text, ())} if token.kind == "word" else set()


def stray_article(raw: list[Token], grammar: Grammar) -> str:
    """An article that leads to no noun, or stands within a date, such as “5 the May”; empty when there is none."""
    nothing = Token(",", "")
    for before, token, after in zip([nothing, *raw], raw, [*raw[1:], nothing], strict=False):
        if token.text not in grammar.articles:
            continue
        if token.text in grammar.closing:
            stray = before == nothing or before.text in grammar.articles or before.kind == "-"
        else:
            stray = after.text in grammar.articles or _leads_nowhere(before, after, grammar)
        if stray:
            return token.text
    return next((f"{day.text} the {number.text}" for day, number in _split_days(raw, grammar)), "")


def _leads_nowhere(before: Token, after: Token, grammar: Grammar) -> bool:
    if after.kind not in _NOUNS:
        return True
    kinds, month = word_kinds(after, grammar), "M" in word_kinds(before, grammar)
    if kinds and kinds <= _CONNECTING and after.text not in _ADJECTIVES:
        return True
    return (before.kind in ("n", "o", "Y", "y") and (after.kind in "nYy" or "M" in kinds)) or (
        month and after.kind in "Yy"
    )


def _split_days(raw: list[Token], grammar: Grammar) -> list[tuple[Token, Token]]:
    """Days with an article before what follows their month: 24 Jan the 15."""
    found = []
    for (day, month), (article, number) in zip(pairwise(raw), pairwise(raw[2:]), strict=False):
        if article.text in grammar.articles and "M" in word_kinds(month, grammar) and day.kind in "noY":
            found += [(day, number)] if number.kind == "n" else []
    return found
