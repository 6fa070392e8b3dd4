"""What cannot be pickled never arrives: a manager's server says so instead."""

from __future__ import annotations

import pytest

from tests.autograder.explorer.running import outcomes

KEPT = """
from multiprocessing.managers import BaseManager
class Bun:
    def raises(self): raise ValueError(lambda: 1)
    def returns(self): return lambda: 1
class Bakery(BaseManager): pass
Bakery.register("Bun", Bun)
if __name__ == "__main__":
    with Bakery() as bakery:
        try: bakery.Bun().{method}()
        except Exception as error: print(type(error).__name__)
"""


@pytest.mark.parametrize("method", ["raises", "returns"])
def test_who_calls_gets_a_remote_error(method: str) -> None:
    """Be it an exception that cannot be pickled or a result."""
    (only,) = outcomes(KEPT.format(method=method))
    assert only.text == ("RemoteError",)
    assert not only.errors
