import time


def reap(children):
    while any(child.is_alive() for child in children):
        time.sleep(0.01)
    return tuple(child.exitcode for child in children)
