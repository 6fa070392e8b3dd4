"""Every interleaving of a multiprocessing program, explored.

Processes share no memory: between two operations on something shared, what one does cannot matter to
another. So only operations need to be interleaved, and a classroom program has few enough of them
for all interleavings to be tried.

The pure core is here: :mod:`~autograder.explorer.operations` (what can be done to shared things),
:mod:`~autograder.explorer.world` (all shared state) and :mod:`~autograder.explorer.search` (which
interleavings must be tried so that none is missed). It knows nothing of Python programs, files or
notebooks.
"""
