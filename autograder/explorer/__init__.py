"""Every interleaving of a multiprocessing program, explored.

Processes share no memory: between two operations on something shared, what one does cannot matter to
another. So only operations need to be interleaved, and a classroom program has few enough of them for
all interleavings to be tried.

The pure core knows nothing of Python programs: :mod:`~autograder.explorer.operations` and
:mod:`~autograder.explorer.families` (what can be done to shared things),
:mod:`~autograder.explorer.world` (all shared state), :mod:`~autograder.explorer.search` (which
interleavings must be tried so that none is missed). Around it, :mod:`~autograder.explorer.machine` runs
a program on :mod:`~autograder.explorer.virtual` modules one operation at a time, and
:mod:`~autograder.explorer.exploring` makes a report of it.
"""
