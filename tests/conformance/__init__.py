"""CPython's own tests of ``multiprocessing``, run on the explorer's virtual one.

``python -m tests.conformance`` prints how many pass on the running interpreter.
"""
