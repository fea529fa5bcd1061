"""A record as YAML text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from io import StringIO
from typing import TypeAlias

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.representer import RoundTripRepresenter

Plain: TypeAlias = "str | bool | Sequence[Plain] | Mapping[str, Plain]"
"""What a record is made of: texts, truth values, lists and fields. Numbers and dates are texts here too."""

WIDTH = 120

_KEPT_QUOTED = frozenset({"tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:merge"})
"""Texts that YAML takes for nothing or for a truth value keep their quotes, for the eyes of people."""


class _Representer(RoundTripRepresenter):
    """Writes dates and numbers without quotes: the loader reads every scalar as text."""

    def represent_text(self, data: str) -> ScalarNode:
        tag = self.dumper.resolver.resolve(ScalarNode, data, (True, False))
        style = ">" if len(data) > WIDTH and "\n" not in data else None
        if style or str(tag) in _KEPT_QUOTED:
            tag = "tag:yaml.org,2002:str"
        return self.represent_scalar(tag, data, style=style)


_Representer.add_representer(str, _Representer.represent_text)


def written(record: Mapping[str, Plain]) -> str:
    """The YAML of a record, its fields in the order given."""
    yaml = YAML()
    yaml.Representer = _Representer
    yaml.width = WIDTH
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    out = StringIO()
    yaml.dump(_copied(record), out)
    return out.getvalue()


def _copied(value: Plain) -> object:
    """The same in plain lists and dictionaries, which are all that the writer knows."""
    if isinstance(value, str | bool):
        return value
    if isinstance(value, Mapping):
        return {name: _copied(each) for name, each in value.items()}
    copied = CommentedSeq(_copied(each) for each in value)
    if all(isinstance(each, str) for each in value) and sum(len(str(each)) for each in value) < WIDTH // 2:
        copied.fa.set_flow_style()
    return copied
