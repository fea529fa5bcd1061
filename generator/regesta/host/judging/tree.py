"""What a configuration is composed of: YAML nodes, of which each knows where it stands."""

from __future__ import annotations

from collections.abc import Hashable, Iterator

import yaml

from regesta.model.marks import Mark, whole_file

Step = str | int
Steps = tuple[Step, ...]
"""The way to a value: names of settings, and numbers of the items of lists, from 0."""

MOST_VALUES = 20_000
"""Values of one file, those counted again that an alias repeats: a few lines of aliases can stand for billions."""

DEEPEST = 50

OVERGROWN = (
    f"what stands here holds itself, or more than {MOST_VALUES:,} values",
    "write out what the aliases (`*name`) stand for, or delete them",
)


def too_deep(text: str) -> yaml.Event | None:
    """Where values are nested too deep; None where they are not. Raises YAMLError.

    It is looked for before anything is composed: libyaml's composer calls itself, until the process dies of it.
    """
    loader, depth = yaml.CSafeLoader(text), 0
    while not isinstance(event := loader.get_event(), yaml.StreamEndEvent):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEEPEST:
                return event
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
    return None


def overgrown(root: yaml.Node | None) -> yaml.Node | None:
    """The first node below which there is more than any configuration has; None where there is none."""
    sizes: dict[int, int] = {}
    found: list[yaml.Node] = []

    def size(node: yaml.Node) -> int:
        if not isinstance(node, yaml.CollectionNode):
            return 1
        if id(node) not in sizes:
            sizes[id(node)] = MOST_VALUES + 1  # met again while it is counted, it holds itself
            children = (
                node.value if isinstance(node, yaml.SequenceNode) else [each for pair in node.value for each in pair]
            )
            whole = 1 + sum(map(size, children))
            sizes[id(node)] = min(whole, MOST_VALUES + 1)
            if whole > MOST_VALUES:
                found.append(node)
        return sizes[id(node)]

    if root is not None:
        size(root)
    return found[0] if found else None


def repeated(root: yaml.Node | None) -> Iterator[tuple[yaml.ScalarNode, yaml.ScalarNode]]:
    """Names that stand a second time in their group, each with the first: MkDocs takes the last, and says nothing."""
    todo, seen = [root], set[int]()
    while todo:
        node = todo.pop()
        if node is None or id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, yaml.SequenceNode):
            todo.extend(node.value)
        elif isinstance(node, yaml.MappingNode):
            first: dict[Hashable, yaml.ScalarNode] = {}
            for key, value in node.value:
                todo.append(value)
                if isinstance(key, yaml.ScalarNode) and key.value != "<<":
                    before = first.setdefault(key.value, key)
                    if before is not key:
                        yield key, before


def found(root: yaml.Node | None, steps: Steps, *, key: bool) -> tuple[yaml.Node | None, int]:
    """The node that is farthest on the way, and how many steps of it were gone; the last name itself if `key`."""
    here, reached, name = root, 0, None
    for step in steps:
        below: yaml.Node | None = None
        name = None
        if isinstance(here, yaml.MappingNode):
            for each, value in here.value:
                if isinstance(each, yaml.ScalarNode) and each.value == step:
                    name, below = each, value
        elif isinstance(here, yaml.SequenceNode) and isinstance(step, int) and step < len(here.value):
            below = here.value[step]
        if below is None:
            break
        here, reached = below, reached + 1
    if key and name is not None and reached == len(steps):
        return name, reached
    # Of an empty value there is nothing to point at but its name.
    empty = isinstance(here, yaml.ScalarNode) and not here.value and name is not None
    return (name if empty else here), reached


def stretch(path: str, node: yaml.Node | yaml.Event | None) -> Mark:
    """Where a node stands; the whole file for none."""
    start, end = (None, None) if node is None else (node.start_mark, node.end_mark)
    if start is None or end is None:
        return whole_file(path)
    return Mark(path, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
