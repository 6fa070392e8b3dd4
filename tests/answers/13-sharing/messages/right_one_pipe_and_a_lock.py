from multiprocessing import Pipe


def send(write, name, into, lock):
    lines = write(name)
    with lock:
        into.send((name, lines))


def gather(write, names):
    (out, into), lock = Pipe(duplex=False), Lock()
    writers = [Process(target=send, args=(write, name, into, lock)) for name in names]
    for each in writers:
        each.start()
    book = dict(out.recv() for _ in writers)
    for each in writers:
        each.join()
    return book
