"""Copies of all that a process has, as a fork makes them: of memory, not of meaning.

A fork runs none of the program's code: no ``__deepcopy__``, no ``__reduce__``, no ``__init__``. So
objects are taken apart and put together again by their structure. Functions get the copied namespace
as their globals, classes are made anew with copied members, and what two objects had in common their
copies have in common.

An object that knows better has a method ``__fork__(copier)`` that answers with its copy. It may call
the copier on its parts, or :meth:`Copier.structure` on itself and mend what comes out.
"""

from __future__ import annotations

from autograder.explorer.memory import code, containers
from autograder.explorer.memory.copier import Copier
from autograder.explorer.memory.uncopied import Uncopied

__all__ = ["Copier", "Uncopied", "code", "containers"]
