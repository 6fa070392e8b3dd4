# diagnosis: mixed-bytes
from multiprocessing import Pipe


def send(write, name, into):
    into.send((name, write(name)))


def gather(write, names):
    out, into = Pipe(duplex=False)
    writers = [Process(target=send, args=(write, name, into)) for name in names]
    for each in writers:
        each.start()
    book = dict(out.recv() for _ in writers)
    for each in writers:
        each.join()
    return book
