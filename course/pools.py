"""A pool's workers know the cells that ran before the pool was made, and no later ones.

Asked for a function of a later cell, a worker cannot find it, dies, and its task is lost: the cell
waits for ever. Asked for one that was written anew since, it runs the old one. Both are refused at
once, with the cure.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial, wraps
from multiprocessing import pool
from typing import Any

from autograder.messages import text

Origins = Callable[[], dict[str, str]]
"""The notebook's names now, each with the text of the cell that defines it."""

SUBMITTING = ("_map_async", "apply_async", "imap", "imap_unordered")
"""The methods of a pool through which every task goes."""


class StalePoolError(RuntimeError):
    """A pool was asked for a function that is newer than its workers."""


def refuse_newer_functions(origins: Origins) -> None:
    """Let every pool that is made from now on refuse functions newer than itself."""
    make = pool.Pool.__init__

    @wraps(make)
    def remembering(self: pool.Pool, *args: Any, **kwargs: Any) -> None:
        self._baozi_known = origins()  # type: ignore[attr-defined]
        make(self, *args, **kwargs)

    pool.Pool.__init__ = remembering  # type: ignore[method-assign]
    for name in SUBMITTING:
        setattr(pool.Pool, name, _refusing(getattr(pool.Pool, name), origins))


def _refusing(submit: Callable[..., Any], origins: Origins) -> Callable[..., Any]:
    @wraps(submit)
    def checked(self: pool.Pool, func: Any, *args: Any, **kwargs: Any) -> Any:
        name = _cell_name(func)
        known = getattr(self, "_baozi_known", {})
        if name is not None and origins().get(name) != known.get(name):
            raise StalePoolError(text("pools.newer", name=name))
        return submit(self, func, *args, **kwargs)

    return checked


def _cell_name(func: Any) -> str | None:
    """The top-level name by which workers look `func` up among the notebook's, if they do."""
    while isinstance(func, partial):
        func = func.func
    if getattr(func, "__module__", None) != "__main__":
        return None
    return str(getattr(func, "__qualname__", "")).partition(".")[0]
