"""Files of a stranger: whatever they hold, a compilation ends, and says of everything it did not take why."""

from __future__ import annotations

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from regesta import report
from regesta.compile import compile_timelines, site_plan
from regesta.model.kinds import Kind
from regesta.model.site import SiteSettings
from tests.miniature import AROUND

SITE = SiteSettings("Fuzz", None, None, None, "/", frozenset())
_FIELDS = """id title date type significance summary places actors topics cite claims figures related judgements history
moments zone source url stated locator role readings says voices by stance on words text lang original quote what unit
values as_of low high value entry as about why verdict kind note gone into ref office publisher name names born died
held offices member_of within at domains owner party scope vocabularies parties members opposes""".split()
_LEXEMES = [
    *("no", "~", "", "2022-02-30", "26 April 2025", "on Saturday", "03/04/2025", "1e400", "0755", "12:30"),
    *("north", "anna", "https://morning.example.com/1", "javascript:alert(1)", "asserts", "statement", "&x", "*x"),
    *("!!python/object:os.system x", "<script>alert(1)</script>", "=cmd()", "мир", "a" * 300, "entry/claim"),
    *("../../x", "2014/2015", "[..2013]", "'", '"', "|", ">-"),
]
_scalars = st.sampled_from(_LEXEMES) | st.text(max_size=12)


def _flow(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    lists = st.lists(children, max_size=4).map(lambda items: "[" + ", ".join(items) + "]")
    keys = st.sampled_from(_FIELDS) | _scalars
    maps = st.lists(st.tuples(keys, children), max_size=5).map(
        lambda items: "{" + ", ".join(f"{key}: {value}" for key, value in items) + "}"
    )
    return lists | maps


_values = st.recursive(_scalars, _flow, max_leaves=12)
_records = st.lists(st.tuples(st.sampled_from(_FIELDS), _values), max_size=10).map(
    lambda fields: "".join(f"{key}: {value}\n" for key, value in fields)
)
_files = st.one_of(
    _records.map(str.encode),
    st.binary(max_size=200),
    st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
)
_paths = st.sampled_from(
    ["mini/entries/a.yml", "mini/entries/b.yml", "mini/sources/s.yml", "mini/timeline.yml", "authority/actors/x.yml",
     "authority/places/x.yml", "authority/publishers/x.yml", "authority/topics/x.yml", "elsewhere.yml"]
)  # fmt: skip


@given(st.dictionaries(_paths, _files, min_size=1, max_size=4))
def attack(files: dict[str, bytes]) -> None:
    """Every record written ends as a record, a diagnostic, or both; every report of it can be made."""
    with TemporaryDirectory() as folder:
        root = Path(folder)
        around = {name: text.encode() for name, text in AROUND.items()}
        for name, data in {**around, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        outcome = compile_timelines(root)
        taken = {
            os.path.relpath(record.path, root) for kind in Kind for record in outcome.corpus.of_kind(kind).values()
        } | {os.path.relpath(stone.path, root) for stone in outcome.corpus.tombstones.values()}
        told = {os.path.relpath(diagnostic.mark.path, root) for diagnostic in outcome.diagnostics}
        assert set(files) <= taken | told, set(files) - taken - told
        for form in (report.text, report.json, report.github, report.sarif):
            form(outcome.diagnostics, outcome.texts)
        if not outcome.refused:
            plan = site_plan(outcome.corpus, SITE)
            assert all(page.content for page in plan.pages)
            assert all(artefact.path for artefact in (*plan.artefacts, *plan.after(())))
