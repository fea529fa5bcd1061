"""The spellings of a name in the authority files, so that every one of them leads to the same pages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from regesta.search.words import words

SHORTEST = 3
"""A shorter word has no other spellings: `us` is rarely a state. It may be the spelling of a longer one."""


class Spellings:
    """Which words spell the same word: two names of a record that have as many words do so, one by one.

    `Kyiv` is `Киев`, and `Zelenskyy` of `Volodymyr Zelenskyy` is `Зеленский` of `Владимир Зеленский`.
    """

    def __init__(self, names: Iterable[Sequence[str]]) -> None:
        self._same: defaultdict[str, set[str]] = defaultdict(set)
        self._groups: set[tuple[str, ...]] = set()
        for spellings in names:
            by_length: defaultdict[int, list[list[str]]] = defaultdict(list)
            for spelling in spellings:
                parts = words(spelling)
                by_length[len(parts)].append(parts)
            for alike in by_length.values():
                for group in zip(*alike, strict=True):
                    self._join(set(group))

    def _join(self, group: set[str]) -> None:
        if len(group) < 2 or max(map(len, group)) < SHORTEST:
            return
        self._groups.add(tuple(sorted(group)))
        for word in group:
            if len(word) >= SHORTEST:
                self._same[word] |= group - {word}

    def groups(self) -> list[list[str]]:
        """Words that spell one another, each group in order and once."""
        return [list(group) for group in sorted(self._groups)]

    def further(self, name: str, spellings: Iterable[str]) -> list[str]:
        """The words of the spellings that a search for `name` would not bring by itself: no word counts twice."""
        known = dict.fromkeys(words(name))
        own = len(known)
        for spelling in spellings:
            for word in words(spelling):
                if word not in known and not any(other in known for other in self._same.get(word, ())):
                    known[word] = None
        return list(known)[own:]
