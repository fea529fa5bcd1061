"""Circles among things that name each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence


def circles(targets: Mapping[str, Sequence[str]]) -> Iterator[list[str]]:
    """The circles that a depth-first walk meets, without recursion. Names that are no keys lead nowhere."""
    done: set[str] = set()
    for start in sorted(targets):
        if start in done:
            continue
        path, place, stack = [start], {start: 0}, [iter(targets[start])]
        while stack:
            following = next(stack[-1], None)
            if following is None:
                stack.pop()
                finished = path.pop()
                del place[finished]
                done.add(finished)
            elif following in place:
                yield path[place[following] :]
            elif following in targets and following not in done:
                place[following] = len(path)
                path.append(following)
                stack.append(iter(targets[following]))


def way_round(circle: Sequence[str], limit: int = 8) -> str:
    """`a` → `b` → `a`; a long way is cut."""
    shown = [f"`{name}`" for name in (*circle, circle[0])]
    if len(shown) > limit:
        shown = [*shown[: limit - 1], "…", shown[-1]]
    return " → ".join(shown)
