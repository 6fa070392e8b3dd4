"""``explore("…")``: in a lesson, everything that can happen, not only what happened this time.

The definitions of the cells above are explored below a small main program, in a process of its own that
can be ended. Shown are the outcomes, how many interleavings lead to each, and the shortest story of any
of them.
"""

from __future__ import annotations

from typing import Literal

from autograder import display
from autograder.cells import definitions
from autograder.explorer import outside
from autograder.explorer.source import Program, ProgramError
from autograder.messages import text
from autograder.needed import needed
from autograder.notebook import current_cells
from autograder.stand_ins import stand_ins

SECONDS = 10.0


def explore(
    main: str,
    *,
    start_method: Literal["spawn", "fork"] = "spawn",
    seconds: float = SECONDS,
) -> None:
    """Show what can come of the definitions above, used by the program `main`.

    What counts as one outcome is what was printed, who failed and with what, and whether somebody waits
    for ever; so print what matters, and nothing that differs for no reason.

    Args:
        main: A main program: text, run below the notebook's definitions.
        start_method: How its children are started.
        seconds: For how long it may be explored.

    Example::

        explore(\'\'\'
        if __name__ == "__main__":
            left = Value("i", 1)
            buyers = [Process(target=grab, args=(name, left)) for name in ("Ann", "Bo")]
            …
        \'\'\')
    """
    cells = needed(definitions(current_cells(), main).cells, main)
    program = Program(
        main, filename=text("explorer.possible.main"), modules=stand_ins(cells), cells=cells
    )
    try:
        found = outside.possible(program, start_method=start_method, max_seconds=seconds)
    except ProgramError as error:
        print(text("explorer.possible.refused", reason=error))
        return
    display.show(found.html, found.transcript)
