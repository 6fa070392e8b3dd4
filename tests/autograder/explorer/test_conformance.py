"""CPython's own tests of ``multiprocessing``, on the virtual one."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.mark.slow
@pytest.mark.parametrize("start_method", ["spawn", "fork"])
def test_nearly_all_of_cpythons_own_tests_pass(start_method: str) -> None:
    """Of the suite's classes, run from this interpreter, at least 95 % of the tests pass."""
    pytest.importorskip("test._test_multiprocessing", reason="this Python comes without its tests")
    command = [sys.executable, "-m", "tests.conformance", "--start-method", start_method]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 0, done.stdout
