"""Loads the module again whose functions were put out of reach, and calls them."""

LESSON = "01-multiprogramming"
POINTS = 0
CELLS = {
    "together": r"""
def together(jobs):
    import importlib
    import sys

    for name in [name for name in sys.modules if name.startswith("course")]:
        del sys.modules[name]
    fresh = importlib.import_module("course.multiprogramming")
    return fresh.makespan(fresh.plan_together(fresh.named(jobs)))
"""
}
