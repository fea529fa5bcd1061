"""The whole way on a small timeline, compared with what was read and found right."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.golden.miniature import EXPECTED, concluded


def test_the_miniature_is_concluded_as_it_was() -> None:
    assert concluded() == EXPECTED.read_text(encoding="utf-8"), "run `python -m tests.golden` and read the difference"


@pytest.mark.parametrize(
    "surroundings",
    [
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "4711", "TZ": "America/Adak", "LC_ALL": "C.UTF-8"},
    ],
    ids=["east", "west"],
)
def test_nothing_depends_on_hash_seed_time_zone_or_locale(surroundings: dict[str, str]) -> None:
    code = "import sys; from tests.golden.miniature import concluded; sys.stdout.buffer.write(concluded().encode())"
    ran = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, **surroundings}, capture_output=True, check=True
    )
    assert ran.stdout.decode() == EXPECTED.read_text(encoding="utf-8")
