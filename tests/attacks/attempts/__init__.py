"""Each file is one attack; :mod:`tests.attacks` says how they are read."""
