"""Every interleaving of a multiprocessing program, explored."""
