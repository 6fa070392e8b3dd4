# diagnosis: no-serve
def serve(stop, lock, write):
    """Write entries until stop is set; take lock for each, release it after."""
    raise NotImplementedError


def dismiss(steward, stop):
    stop.set()
    steward.join()
