"""Unpickling, which looks names up and calls what it finds.

A program that is graded gets what stands in a module, and what a class has. Names with dots would lead to
any attribute of anything.
"""

from __future__ import annotations

import io
import pickle
from typing import Any

from autograder.explorer.doing import current, unsupported


class _Unpickler(pickle.Unpickler):
    """Finds functions and classes, and what a class has; no attribute of anything else."""

    def find_class(self, module: str, name: str) -> Any:
        """What is called `name` in `module`."""
        first, *parts = name.split(".")
        found = super().find_class(module, first)
        for part in parts:
            if not isinstance(found, type) or part not in found.__dict__ or part[:2] == "__":
                unsupported(f"unpickling {name}")
            found = getattr(found, part)
        return found


def loads(message: bytes) -> Any:
    """``pickle.loads``."""
    if not current().machine.settings.guarded:
        return pickle.loads(message)
    return _Unpickler(io.BytesIO(message)).load()
