"""What stands for things that cannot be copied."""

from __future__ import annotations

from typing import Any

from autograder.explorer.doing import unsupported


class Uncopied:
    """What a fork would have copied and we cannot: to use it ends the exploration.

    Args:
        name: What to call it.
    """

    def __init__(self, name: str) -> None:
        self._name = name

    def _used(self, *_arguments: Any) -> Any:
        unsupported(self._name)

    __call__ = __iter__ = __next__ = __len__ = __getitem__ = __enter__ = __exit__ = _used

    def __getattr__(self, name: str) -> Any:
        if name[:2] == "__":
            raise AttributeError(name)
        return self._used()
