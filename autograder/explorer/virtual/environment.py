"""What a machine has: the same on every one. ``os.environ`` is each process's own besides."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from typing import Any

from autograder.explorer.actors import Process
from autograder.explorer.doing import current
from autograder.explorer.families.disk import HOME

_FIRST = {
    "HOME": HOME,
    "LANG": "C.UTF-8",
    "LOGNAME": "learner",
    "PATH": "/usr/local/bin:/usr/bin:/bin",
    "PWD": HOME,
    "USER": "learner",
}


class Environ(MutableMapping[str, str]):
    """``os.environ`` of whichever process runs.

    A child inherits what its parent's was when it was started: so a process keeps each version of
    its own, with how many children it had had by then.
    """

    def _held(self) -> dict[str, str]:
        return self._of(current(), None)

    def _of(self, process: Process, child: Process | None) -> dict[str, str]:
        versions: list[tuple[int, dict[str, str]]] = process.extras.get("environ", [])
        before = len(process.children) if child is None else process.children.index(child)
        for started, held in reversed(versions):
            if started <= before:
                return held
        return _FIRST if process.parent is None else self._of(process.parent, process)

    def _change(self, held: dict[str, str]) -> None:
        process = current()
        versions = process.extras.setdefault("environ", [])
        versions.append((len(process.children), held))

    def __fork__(self, _copier: Any) -> Environ:
        return self

    def __getitem__(self, name: str) -> str:
        return self._held()[_text(name)]

    def __setitem__(self, name: str, value: str) -> None:
        self._change({**self._held(), _text(name): _text(value)})

    def __delitem__(self, name: str) -> None:
        left = dict(self._held())
        del left[_text(name)]
        self._change(left)

    def __iter__(self) -> Iterator[str]:
        return iter(list(self._held()))

    def __len__(self) -> int:
        return len(self._held())

    def copy(self) -> dict[str, str]:
        """A dictionary of it."""
        return dict(self._held())

    def __repr__(self) -> str:
        return f"environ({self._held()!r})"


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(f"str expected, not {type(value).__name__}")
    return value


ENVIRON = Environ()


def cpu_count() -> int:
    """How many processors there are: the same on every machine, so that a story is the same."""
    return 4
