from multiprocessing.connection import wait


def reap(children):
    waiting = {child.sentinel: child for child in children}
    codes = {}
    while waiting:
        for sentinel in wait(list(waiting)):
            child = waiting.pop(sentinel)
            child.join()
            codes[child.pid] = child.exitcode
    return [codes[child.pid] for child in children]
