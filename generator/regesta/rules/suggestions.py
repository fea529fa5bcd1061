"""Near matches for a word that is not in a list: "did you mean `kursk-oblast`?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher
from functools import cached_property
from typing import Final

from regesta.model.kinds import Kind
from regesta.normalise.authorities import ACTOR, PLACE, PUBLISHER, TOPIC

SHORTLIST = 12
"""How many candidates are compared letter by letter: enough for a typing error, few enough for a file full of them."""

MOST_SHARING = 200
"""How many words that share a triple are counted: a triple of more tells nothing."""

LIKENESS = 0.75
"""The least ratio of `difflib` at which a word is offered: a wrong offer misleads more than none."""

OWN_LIKENESS = 0.65
"""The least ratio of what two ids have not in common as whole parts, as `foo` and `moscow` of two that end in `-times`.
"""


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
        scored = [(_ratio(word, known), known) for known in shortlist]
        near = [pair for pair in scored if pair[0] >= LIKENESS and _alike(word, pair[1])]
        return max(near)[1] if near else None


def _triples(word: str) -> set[str]:
    padded = f"^^{word.casefold()}$"
    return {padded[at : at + 3] for at in range(len(padded) - 2)}


def _ratio(one: str, other: str) -> float:
    return SequenceMatcher(None, one.casefold(), other.casefold()).ratio()


def _alike(word: str, known: str) -> bool:
    """Whether two words are near in spelling beyond the parts they share: these alone make no likeness.

    A part that only one of them has may have been left out, one that is cut short be meant, and a number mistyped.
    """
    parts, others = (Counter(re.split(r"[\W_]+", each.casefold())) for each in (word, known))
    own, theirs = " ".join((parts - others).elements()), " ".join((others - parts).elements())
    if not own or not theirs or re.fullmatch(r"[0-9 ]+", own + theirs):
        return True
    cut = min(len(own), len(theirs)) > 2 and (own.startswith(theirs) or theirs.startswith(own))
    return cut or _ratio(own, theirs) >= OWN_LIKENESS


def did_you_mean(nearest: str | None, otherwise: str = "") -> str:
    """The mend of an unknown word."""
    return f"did you mean `{nearest}`?" if nearest else otherwise


_NEEDED: Final = {
    kind: tuple(field.name for field in shape.needed)
    for kind, shape in (
        (Kind.ACTOR, ACTOR),
        (Kind.PLACE, PLACE),
        (Kind.PUBLISHER, PUBLISHER),
        (Kind.TOPIC, TOPIC),
    )
}
"""The fields that a record of the authority files cannot do without."""


def made(kind: Kind, record_id: str) -> str:
    """The mend of a record that is missing, with the fields that it needs."""
    if kind not in _NEEDED:
        return f"make it, with the id `{record_id}`: `regesta new {kind.noun}`"
    fields = " and ".join(f"`{name}: …`" for name in _NEEDED[kind])
    return f"make `authority/{kind}/{record_id}.yml` with {fields}: `regesta new {kind.noun}`"


def listed(words: Iterable[str], limit: int = 12) -> str:
    """`a`, `b` and `c` for a sentence; long lists are cut."""
    every = list(words)
    marked = [f"`{word}`" for word in every[:limit]]
    if len(every) > limit:
        return f"{', '.join(marked)} and {len(every) - limit} more"
    if len(marked) < 2:
        return "".join(marked)
    return f"{', '.join(marked[:-1])} and {marked[-1]}"
