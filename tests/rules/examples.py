"""The manual's examples as folders of data: each is laid over the miniature corpus and compiled."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from regesta.compile import Outcome, compile_timelines
from regesta.host import judge
from regesta.model.site import Configuration
from regesta.rules.reference import Example

MINIATURE = Path(__file__).parent / "miniature"
TIMELINE = "demo"
FRAGMENT = "entries/example.yml"

_DEFAULTS = {
    "title": "title: Shelling near the border\n",
    "type": "type: military\n",
    "cite": "cite:\n  ap: {source: ap-kursk}\n",
    "date": "date: 2024-08-06\n",
}


def lay(examples: Iterable[Example], root: Path) -> str | None:
    """Copy the miniature to `root` and lay the examples over it. The answer is the base revision, if one is needed."""
    shutil.copytree(MINIATURE, root)
    chosen = tuple(examples)
    published = [example for example in chosen if example.published]
    for example in published:
        _write(example, root)
    base = _commit(root) if published else None
    for example in published:
        _file(example, root).unlink()
    for example in chosen:
        if not example.published:
            _write(example, root)
    return base


def compiled(examples: Iterable[Example], root: Path) -> Outcome:
    """The outcome of the miniature with the examples laid over it."""
    base = lay(examples, root)
    return compile_timelines(root, base=base, configuration=configuration_beside(root))


def configuration_beside(root: Path) -> Configuration | None:
    """The judgement of the configuration that stands beside a folder of data, or of one with a page written by hand."""
    file = root.parent / "mkdocs.yml"
    if (root.parent / "docs").exists() and not file.exists():
        file.write_text("site_name: A miniature\n", encoding="utf-8")
    return judge(file, data=False) if file.exists() else None


def whole(fragment: str) -> str:
    """A fragment of an entry with the fields every entry needs. A date is added only where nothing is said of it."""
    dated = re.search(r"^date:|\bstated:", fragment, re.MULTILINE) is not None
    lacking = [
        line
        for field, line in _DEFAULTS.items()
        if not re.search(rf"^{field}:", fragment, re.MULTILINE) and not (field == "date" and dated)
    ]
    return "".join(lacking) + fragment


def _file(example: Example, root: Path) -> Path:
    path = example.path or FRAGMENT
    if path == "mkdocs.yml" or path.startswith("docs/"):
        return root.parent / path
    return root / path if path.startswith("authority/") else root / TIMELINE / path


def _write(example: Example, root: Path) -> None:
    file = _file(example, root)
    file.parent.mkdir(parents=True, exist_ok=True)
    text = example.text if example.path else whole(example.text)
    encoding = "utf-8"
    for condition in example.conditions:
        name, _, value = condition.partition("=")
        match name:
            case "link":
                file.symlink_to(value)
                return
            case "repeat":
                text = text * int(value)
            case "encoding":
                encoding = value
            case "escapes":
                text = re.sub(r"\\u([0-9A-F]{4})", lambda found: chr(int(found[1], 16)), text)
            case "unreadable":
                pass
            case _:
                raise ValueError(f"the condition {condition} of an example is not known")
    file.write_bytes(text.encode(encoding))


def _commit(root: Path) -> str:
    def git(*arguments: str) -> str:
        identity = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "commit.gpgsign=false")
        return subprocess.run(
            ("git", *identity, *arguments), cwd=root, check=True, capture_output=True, text=True
        ).stdout.strip()

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "as published")
    return git("rev-parse", "HEAD")
