"""Near matches for a word that is not in a list: "did you mean `kursk-oblast`?"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property

from regesta.model.kinds import Kind

SHORTLIST = 12
"""How many candidates are compared letter by letter: enough for a typing error, few enough for a file full of them."""

MOST_SHARING = 200
"""How many words that share a triple are counted: a triple of more tells nothing."""

LIKENESS = 0.75
"""The least ratio of `difflib` at which a word is offered: a wrong offer misleads more than none."""


class Suggestions:
    """Finds the likeliest of many known words for a mistyped one.

    An index of letter triples picks a short list, so that ten thousand wrong references in a corpus of ten thousand
    entries stay cheap.
    """

    def __init__(self, known: Iterable[str]) -> None:
        self._known = known
        self._memo: dict[str, str | None] = {}

    @cached_property
    def _by_triple(self) -> dict[str, list[str]]:
        index: dict[str, list[str]] = {}
        for word in self._known:
            for triple in _triples(word):
                index.setdefault(triple, []).append(word)
        return index

    def nearest(self, word: str) -> str | None:
        """The likeliest known word, or None where none is alike."""
        if word not in self._memo:
            self._memo[word] = self._find(word[:100])
        return self._memo[word]

    def _find(self, word: str) -> str | None:
        shared: Counter[str] = Counter()
        rarest_first = sorted(_triples(word), key=lambda triple: (len(self._by_triple.get(triple, ())), triple))
        for triple in rarest_first[:8]:
            shared.update(self._by_triple.get(triple, [])[:MOST_SHARING])
        shortlist = sorted(shared, key=lambda known: (-shared[known], known))[:SHORTLIST]
        scored = [(SequenceMatcher(None, word.casefold(), known.casefold()).ratio(), known) for known in shortlist]
        best = max(scored, key=lambda pair: (pair[0], pair[1]), default=(0.0, ""))
        return best[1] if best[0] >= LIKENESS else None


def _triples(word: str) -> set[str]:
    padded = f"^^{word.casefold()}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def did_you_mean(nearest: str | None, otherwise: str = "") -> str:
    """The mend of an unknown word."""
    return f"did you mean `{nearest}`?" if nearest else otherwise


def made(kind: Kind, record_id: str) -> str:
    """The mend of a record that is missing."""
    if kind in (Kind.ENTRY, Kind.SOURCE):
        return f"make it, with the id `{record_id}`: `regesta new {kind.noun}`"
    file = f"authority/{kind}/{record_id}.yml"
    return f"make `{file}`: `regesta new {kind.noun}`" if kind in (Kind.ACTOR, Kind.PLACE) else f"make `{file}`"


def listed(words: Iterable[str], limit: int = 12) -> str:
    """`a`, `b` and `c` for a sentence; long lists are cut."""
    every = list(words)
    marked = [f"`{word}`" for word in every[:limit]]
    if len(every) > limit:
        return f"{', '.join(marked)} and {len(every) - limit} more"
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} and {marked[-1]}"
