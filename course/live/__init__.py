"""What the operating system says of processes, while they live.

>>> from course.live import state_of
>>> import os
>>> state_of(os.getpid())
'running'

:mod:`course.live.states` puts the system's words into those of the lessons,
:mod:`course.live.looking` looks once and makes a table, :mod:`course.live.watching` keeps looking
while children run, and :mod:`course.live.diagram` draws the states and the ways between them.
"""

from course.live.diagram import show_three_states
from course.live.looking import Row, look, process_table
from course.live.states import State, state_of
from course.live.watching import Watch, watch

__all__ = [
    "Row",
    "State",
    "Watch",
    "look",
    "process_table",
    "show_three_states",
    "state_of",
    "watch",
]
