"""The judgement of a configuration: each mistake once, where it is, with a mend; and what MkDocs allows is allowed."""

from __future__ import annotations

from pathlib import Path

import pytest

from regesta.host.judging.judge import judge
from regesta.model.faults import Reason
from regesta.model.site import Configuration


def judged(folder: Path, text: str | bytes, **files: str) -> Configuration:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "about.md").write_text("# About\n", encoding="utf-8")
    (folder / "docs" / "about.css").write_text("a{}\n", encoding="utf-8")
    for name, content in files.items():
        (folder / f"{name}.yml").write_text(content, encoding="utf-8")
    file = folder / "mkdocs.yml"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return judge(file, data=False)


UNREADABLE, UNKNOWN, BAD = Reason.SETTINGS_UNREADABLE, Reason.UNKNOWN_SETTING, Reason.BAD_SETTING
NOWHERE, PROMISE, TWICE = Reason.SETTING_LEADS_NOWHERE, Reason.BROKEN_PROMISE, Reason.REPEATED_SETTING
X = "site_name: x\n"
BILLION = (
    f"{X}plugins: [regesta: [&a0 {['x'] * 10},\n"
    + "".join(f"  &a{each} [{', '.join([f'*a{each - 1}'] * 10)}],\n" for each in range(1, 12))[:-2]
    + "]]\n"
)


@pytest.mark.parametrize(
    ("text", "place", "reason", "mend"),
    [
        ("site_name: a: b\n", (1, 13), UNREADABLE, "quotes"),
        (f"{X}theme:\n\tname: material\n", (3, 1), UNREADABLE, "spaces"),
        ("- site_name\n", (1, 1), UNREADABLE, "site_name: A name"),
        (b"site_name: caf\xe9\n", (1, 15), UNREADABLE, "UTF-8"),
        ("# " + "x" * 300_000, (1, 1), UNREADABLE, "keep in it"),
        (f"{X}nav: &n [*n]\n", (2, 6), UNREADABLE, "aliases"),
        (f"{X}extra: {'[' * 60}{']' * 60}\n", (2, 57), UNREADABLE, "no setting needs that"),
        (f"{X}extra: {'[' * 200_000}\n", (2, 57), UNREADABLE, "no setting needs that"),
        (BILLION, (6, 3), UNREADABLE, "aliases"),
        ("", (1, 1), BAD, "site_name: A name"),
        ("site_name:\n", (1, 1), BAD, "site_name: A name"),
        ("site_nmae: x\n", (1, 1), UNKNOWN, "`site_name`"),
        (f"{X}titel: y\n", (2, 1), UNKNOWN, "delete it"),
        (f"{X}extra_css: a.css\n", (2, 12), BAD, "`extra_css: [a.css]`"),
        (f"{X}strict: maybe\n", (2, 9), BAD, "`true` or `false`"),
        ("site_name: 2014\n", (1, 12), BAD, '`site_name: "2014"`'),
        (f"{X}copyright: [a]\n", (2, 12), BAD, "one text"),
        (f"{X}extra: y\n", (2, 8), BAD, "name: value"),
        (f"{X}site_url: www.example.org/a\n", (2, 11), BAD, "`https://www.example.org/a`"),
        (f"{X}dev_addr: nowhere\n", (2, 11), BAD, ""),
        (f"{X}docs_dir: dosc\n", (2, 11), NOWHERE, "`docs`"),
        (f"{X}docs_dir: .\n", (2, 11), BAD, "folder of their own"),
        (f"{X}docs_dir: ..\n", (2, 11), BAD, "folder of their own"),
        (f"{X}docs_dir: /\n", (2, 11), BAD, "folder of their own"),
        (f"{X}INHERIT: ohter.yml\n", (2, 10), NOWHERE, "`other.yml`"),
        (f"{X}INHERIT: mkdocs.yml\n", (2, 10), BAD, "delete"),
        (f"{X}theme: materiel\n", (2, 8), PROMISE, "`name: material`"),
        (f"{X}theme: [material]\n", (2, 8), BAD, "a name"),
        (f"{X}theme: {{langauge: en}}\n", (2, 9), UNKNOWN, "`language`"),
        (f"{X}theme: {{name: material, language: eng}}\n", (2, 35), BAD, "`en`"),
        (f"{X}theme: {{name: material, language: German}}\n", (2, 35), BAD, "`de`"),
        (f"{X}theme: {{name: material, language: en_GB}}\n", (2, 35), BAD, "`en`"),
        (f"{X}theme: {{name: material, language: no}}\n", (2, 35), BAD, "`language: nb`"),
        (f"{X}theme: {{name: material, features: [toc.folow]}}\n", (2, 35), PROMISE, "delete `features:`"),
        (f"{X}theme: {{name: material, custom_dir: own}}\n", (2, 37), NOWHERE, "delete the line"),
        (f"{X}plugins: [search]\n", (2, 11), PROMISE, "delete the line"),
        (f"{X}plugins: [regetsa]\n", (2, 11), NOWHERE, "`regesta`"),
        (f"{X}plugins: regesta\n", (2, 10), BAD, "`plugins: [regesta]`"),
        (f"{X}plugins: {{regesta: {{timelins: a}}}}\n", (2, 21), UNKNOWN, "`timelines`"),
        (f"{X}plugins:\n  - regesta:\n    timelines: a\n", (4, 5), BAD, "indent `timelines` further"),
        (f"{X}plugins:\n  - regesta: here\n", (3, 14), BAD, "indented"),
        (f"{X}plugins:\n  - 2\n", (3, 5), BAD, "a name"),
        (f"{X}markdown_extensions: [tabels]\n", (2, 23), NOWHERE, "`tables`"),
        (f"{X}markdown_extensions:\n  - toc: {{toc_deph: 2}}\n", (3, 11), UNKNOWN, "`toc_depth`"),
        (f"{X}markdown_extensions:\n  - toc: {{toc_depth: deep}}\n", (3, 5), BAD, "look up"),
        (f"{X}plugins:\n  - material/tags: {{enabeld: true}}\n", (3, 21), UNKNOWN, "`enabled`"),
        (f"{X}validation: {{links: {{anchors: wran}}}}\n", (2, 31), BAD, "`warn`"),
        (f"{X}validation: {{links: warn}}\n", (2, 21), BAD, "indented"),
        (f"{X}validation: {{omited_files: warn}}\n", (2, 14), UNKNOWN, "`omitted_files`"),
        (f"{X}nav: about.md\n", (2, 6), BAD, "`nav: [about.md]`"),
        (f"{X}nav: [about]\n", (2, 7), NOWHERE, "`about.md`"),
        (f"{X}nav: [About: ]\n", (2, 7), BAD, "`- Title: file.md`"),
        (f"{X}nav: [2014]\n", (2, 7), BAD, "`- Title: file.md`"),
        (f"{X}nav:\n  - A: about.md\n    B: about.md\n", (4, 5), BAD, "`- `"),
        (f"{X}nav:\n  - A:\n      B: about.md\n", (4, 7), BAD, "`- `"),
        (f"{X}plugins: [regesta, regesta]\n", (2, 20), TWICE, "keep one"),
        (f"{X}theme:\n  name:\n  custom_dir: docs\n", (3, 3), PROMISE, "`name: material`"),
        (f"{X}site_dir: docs\n", (2, 11), BAD, "another folder"),
        (f"{X}site_dir: .\n", (2, 11), BAD, "another folder"),
        (f"{X}extra_css: [abuot.css]\n", (2, 13), NOWHERE, "`about.css`"),
        (f"{X}extra_javascript: [{{path: x.js, defer: true}}]\n", (2, 27), NOWHERE, "put it there"),
        (f"{X}extra_javascript: [https://example.org/x.js]\n", (2, 20), PROMISE, "a copy"),
        ('site_name: ""\n', (1, 1), BAD, "site_name: A name"),
        (f"{X}extra_templates: [5]\n", (2, 19), BAD, "name of a file"),
        (f"{X}hooks: [none.py]\n", (2, 9), NOWHERE, "where it is"),
        (f"{X}site_url: !EVN [A, '']\n", (2, 11), BAD, "`!ENV`"),
        (f"{X}site_name: y\n", (2, 1), TWICE, "keep one"),
        (f"{X}extra:\n  a: 1\n  a: 2\n", (4, 3), TWICE, "keep one"),
    ],
)
def test_one_mistake_is_one_fault(
    text: str | bytes, place: tuple[int, int], reason: Reason, mend: str, tmp_path: Path
) -> None:
    found = judged(tmp_path, text, other="{}").faults
    assert [(one.reason, one.mark.line, one.mark.column) for one in found] == [(reason, *place)], found
    assert mend in found[0].mend


@pytest.mark.parametrize(
    "text",
    [
        X,
        f"\ufeff{X}",
        f"{X}site_url: !ENV [NO_SUCH_NAME, '']\nextra: &more {{a: 1}}\n",
        "base: &base\n  a: 1\n".replace("base:", f"{X}extra:", 1) + "  <<: {b: 2}\n",
        f"{X}markdown_extensions:\n  - pymdownx.emoji:\n      emoji_index: !!python/name:no.such.thing\n",
        f"{X}markdown_extensions:\n  toc:\n    permalink: true\n  attr_list: null\n",
        f"{X}plugins: {{}}\ntheme: material\n",
        f"{X}markdown_extensions:\n  - codehilite: {{stripnl: false}}\n",
        f"{X}plugins:\n  - material/tags: {{of_another_version: 1}}\n",
        f"{X}theme:\n  name: material\n  own_thing: 1\n  language: pt-BR\n",
        f"{X}validation: {{anchors: warn, nav: {{omitted_files: ignore}}}}\n",
        f"{X}nav: [about.md, 'https://www.example.org/', {{A: [{{B: about.md}}]}}, /x/, feed.xml]\n",
        f"{X}hooks: [other.yml]\nwatch: [docs]\nextra_css: [about.css]\nsite_dir: public\nplugins:\ndocs_dir:\n",
        "INHERIT: other.yml\n",
    ],
)
def test_what_mkdocs_allows_is_allowed(text: str, tmp_path: Path) -> None:
    assert not judged(tmp_path, text, other=X).faults


def test_nothing_that_it_names_is_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    trace = tmp_path / "trace"
    (tmp_path / "evil.py").write_text(f"open({str(trace)!r}, 'w')\n", encoding="utf-8")
    text = (
        f"{X}markdown_extensions: [evil]\nhooks: [evil.py]\n"
        f'extra:\n  a: !!python/object/apply:os.mkdir ["{trace}"]\n  b: !!python/name:evil.x\n'
    )
    assert not judged(tmp_path, text).faults
    assert not trace.exists()


def test_a_fault_in_what_is_inherited_is_told_there(tmp_path: Path) -> None:
    found = judged(tmp_path, "INHERIT: other.yml\nstrict: false\n", other=f"{X}strict: 1\ncopyrite: y\n").faults
    assert [(Path(one.mark.path).name, one.mark.line) for one in found] == [("other.yml", 3)]


def test_what_stands_in_files_elsewhere_is_not_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "own").mkdir()
    monkeypatch.chdir(tmp_path / "own")
    for secret in ("machine example.org password hunter2\n", "hunter2: [\n", "hunter2: 1\nhunter2: 2\n"):
        (tmp_path / "secret").write_text(secret, encoding="utf-8")
        found = judged(Path(), f"{X}INHERIT: ../secret\n")
        assert [(one.mark.line, one.mark.column) for one in found.faults if one.reason is BAD] == [(2, 10)]
        assert "hunter2" not in str([one for one in found.faults if one.reason is BAD])
        assert list(found.texts) == ["mkdocs.yml"]


def test_pages_that_nobody_wrote_are_left_to_who_knows_the_data(tmp_path: Path) -> None:
    given = judged(tmp_path, f"{X}nav: [index.md, A: timeline/2014/index.md, B: entries/x.md, about.md]\n")
    assert [(one.name, one.address) for one in given.targets] == [
        ("index.md", ""),
        ("timeline/2014/index.md", "timeline/2014/"),
        ("entries/x.md", "entries/x/"),
    ]
    assert given.written == ("about.css", "about.md")
