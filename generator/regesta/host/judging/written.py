"""The configuration as it is written: its values, and where in the file each of them stands."""

from __future__ import annotations

import codecs
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path

import yaml
from mkdocs.utils.yaml import get_yaml_loader

from regesta.host.judging.tree import DEEPEST, OVERGROWN, Step, Steps, found, overgrown, repeated, stretch, too_deep
from regesta.load.syntax import syntax_fault
from regesta.load.text import MAX_BYTES, decode
from regesta.model.faults import Fault, Reason
from regesta.model.marks import Mark, whole_file

INHERIT = "INHERIT"
"""The setting that names another configuration, of which this one takes what it does not say itself."""

_PYTHON = "tag:yaml.org,2002:python/"


class Opaque:
    """Something of a program that the configuration names (`!!python/name:…`), and that is not looked up here.

    Whatever would call it can.
    """

    def __call__(self, *_: object, **__: object) -> None:
        """Do nothing."""


@dataclass(slots=True)
class _File:
    path: str
    root: yaml.Node | None


@dataclass(slots=True)
class Written:
    """A configuration that was read, with those that it inherits from; its own file comes first.

    `values` are what MkDocs would take, but that nothing is imported or called. Where it is not `readable`, the faults
    say why.
    """

    path: str
    values: dict[str, object] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    files: list[_File] = field(default_factory=list)
    readable: bool = False

    @property
    def paths(self) -> list[str]:
        """The files that it was read from."""
        return [file.path for file in self.files]

    def told(self, reason: Reason, mark: Mark, message: str, mend: str = "") -> None:
        """Note a fault."""
        self.faults.append(Fault(reason, mark, message, mend))

    def mark(self, *steps: Step) -> Mark:
        """Where a value stands; the nearest one around it where it is not written out."""
        return self._mark(steps, key=False)

    def key(self, *steps: Step) -> Mark:
        """Where the name of a setting stands; of an item of a list, the item."""
        return self._mark(steps, key=True)

    def _mark(self, steps: Steps, *, key: bool) -> Mark:
        best, depth = whole_file(self.path), 0
        for file in self.files:
            node, reached = found(file.root, steps, key=key)
            if node is not None and reached > depth:
                best, depth = stretch(file.path, node), reached
        return best


def read(config_file: Path) -> Written:
    """Read a configuration, and whatever it inherits from. Nothing raises: what cannot be read is a fault."""
    written = Written(str(config_file))
    values = _read(config_file, written, seen=())
    if values is not None:
        written.values, written.readable = values, True
    return written


def meant(word: object, known: Iterator[str] | list[str] | tuple[str, ...] | frozenset[str]) -> str | None:
    """The one of the known words that is most like another, or None."""
    plain = {each.casefold(): each for each in known}
    near = get_close_matches(str(word).casefold(), plain, n=1, cutoff=0.7)
    return plain[near[0]] if near else None


def _read(file: Path, written: Written, seen: tuple[Path, ...]) -> dict[str, object] | None:
    path = str(file)
    try:
        with file.open("rb") as stream:
            data = stream.read(MAX_BYTES + 1)
    except OSError as error:
        reason = os.strerror(error.errno) if error.errno else str(error)
        written.told(Reason.SETTINGS_UNREADABLE, whole_file(path), f"the file cannot be read: {reason.lower()}")
        return None
    if len(data) > MAX_BYTES:
        message = f"the file has more than {MAX_BYTES:,} bytes, which are all that is read"
        written.told(Reason.SETTINGS_UNREADABLE, whole_file(path), message, "keep in it what the site is set to")
        return None
    text = _text(data, path, written)
    if text is None:
        return None
    written.texts[path] = text
    loader = _Loader(text)
    try:
        if (deep := too_deep(text)) is not None:
            message = f"values are nested more than {DEEPEST} deep"
            written.told(Reason.SETTINGS_UNREADABLE, stretch(path, deep), message, "no setting needs that")
            return None
        root = loader.get_single_node()
        written.files.append(_File(path, root))
        if (more := overgrown(root)) is not None:
            written.told(Reason.SETTINGS_UNREADABLE, stretch(path, more), *OVERGROWN)
            return None
        for key, before in repeated(root):
            related = ((stretch(path, before), "the first one"),)
            message = f"`{key.value}` stands here a second time"
            mend = "keep one of them, or join the two"
            written.faults.append(Fault(Reason.REPEATED_SETTING, stretch(path, key), message, mend, related))
        values = loader.construct_document(root) if root is not None else {}
    except yaml.constructor.ConstructorError as error:
        written.faults.append(_construction(error, path))
        return None
    except yaml.MarkedYAMLError as error:
        fault = syntax_fault(error, text, path)
        written.told(Reason.SETTINGS_UNREADABLE, fault.mark, fault.message, fault.mend)
        return None
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        written.told(Reason.SETTINGS_UNREADABLE, whole_file(path), f"this is not YAML: {error}")
        return None
    finally:
        loader.dispose()
    if not isinstance(values, dict):
        mend = "begin with `site_name: A name`, and write every setting on a line of its own, as `name: value`"
        written.told(
            Reason.SETTINGS_UNREADABLE, stretch(path, root), "the settings are not written as names and values", mend
        )
        return None
    return _with_parent({str(name): value for name, value in values.items()}, file, written, (*seen, file.resolve()))


def _text(data: bytes, path: str, written: Written) -> str | None:
    # Unlike in the data, a byte order mark does no harm here: MkDocs takes it.
    text, faults = decode(data.removeprefix(codecs.BOM_UTF8), path)
    if text is not None:
        return text
    for fault in faults:
        written.told(Reason.SETTINGS_UNREADABLE, fault.mark, fault.message, fault.mend)
    return None


def _with_parent(
    values: dict[str, object], file: Path, written: Written, seen: tuple[Path, ...]
) -> dict[str, object] | None:
    if INHERIT not in values:
        return values
    named = values.pop(INHERIT)
    mark = written.mark(INHERIT)
    if not isinstance(named, str):
        written.told(
            Reason.BAD_SETTING, mark, f"`{INHERIT}` is not the name of a file", "write one, or delete the line"
        )
        return None
    parent = Path(os.path.normpath(file.parent / named))
    if not parent.is_file():
        written.told(Reason.SETTING_LEADS_NOWHERE, mark, f"there is no file {parent}", *_sibling(parent))
        return None
    if parent.resolve() in seen:
        written.told(Reason.BAD_SETTING, mark, f"{parent} inherits from this file itself", "delete one of the lines")
        return None
    told = len(written.faults)
    inherited = _read(parent, written, seen)
    if not parent.resolve().is_relative_to(Path.cwd().resolve()):
        # Whoever proposes a configuration must not learn, from what the check says, what stands in other files here.
        written.texts.pop(str(parent), None)
        if len(written.faults) > told:
            del written.faults[told:]
            mend = f"`regesta check --config {parent}`, in the folder of that file, tells them"
            written.told(Reason.BAD_SETTING, mark, f"{parent} has mistakes of its own", mend)
    return None if inherited is None else _merged(inherited, values)


def _merged(inherited: dict[str, object], own: dict[str, object]) -> dict[str, object]:
    """Settings within settings are joined; of everything else the own is taken. As MkDocs does it."""
    whole = dict(inherited)
    for name, value in own.items():
        before = whole.get(name)
        both = isinstance(before, dict) and isinstance(value, dict)
        whole[name] = _merged(before, value) if both else value  # type: ignore[arg-type]
    return whole


def _sibling(file: Path) -> tuple[str, ...]:
    names = [each.name for each in file.parent.glob("*.y*ml")] if file.parent.is_dir() else []
    nearest = meant(file.name, names)
    return (f"did you mean `{nearest}`?",) if nearest else ()


_Loader = get_yaml_loader(yaml.CSafeLoader)
"""Takes the tags that MkDocs takes (this one `!ENV`), without importing or calling what they name."""


def _opaque(loader: yaml.SafeLoader, suffix: str, node: yaml.Node) -> object:
    if isinstance(node, yaml.SequenceNode) and suffix == "tuple":
        return tuple(loader.construct_sequence(node, deep=True))
    return Opaque()


def _relative(loader: yaml.SafeLoader, node: yaml.Node) -> object:
    return Opaque()


_Loader.add_constructor("!relative", _relative)
_Loader.add_multi_constructor(_PYTHON, _opaque)


def _construction(error: yaml.constructor.ConstructorError, path: str) -> Fault:
    at = error.problem_mark or error.context_mark
    mark = Mark(path, at.line + 1, at.column + 1, at.line + 1, at.column + 2) if at else whole_file(path)
    problem = error.problem or "it cannot be taken"
    if "could not determine a constructor for the tag" in problem:
        tag = problem.partition("'")[2].rpartition("'")[0]
        message = f"`{tag}` is no tag that is known here"
        mark = mark._replace(end_column=mark.column + len(tag))
        nearest = meant(tag, ["!ENV", "!relative"])
        mend = f"did you mean `{nearest}`?" if nearest else "put a text that begins with ! in quotes"
        return Fault(Reason.BAD_SETTING, mark, message, mend)
    if "unhashable" in problem:
        message = "braces or brackets stand where the name of a setting belongs"
        return Fault(Reason.SETTINGS_UNREADABLE, mark, message, "put the text in quotes")
    return Fault(Reason.BAD_SETTING, mark, f"this value cannot be taken: {problem}")
