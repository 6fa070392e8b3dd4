# diagnosis: deadlock
from multiprocessing import Pipe


def send(write, name, end):
    end.send(write(name))


def gather(write, names):
    ends, writers = {}, []
    for name in names:
        a, b = Pipe()
        writers.append(Process(target=send, args=(write, name, b)))
        ends[name] = a
    for each in writers:
        each.start()
    for each in writers:
        each.join()
    return {name: end.recv() for name, end in ends.items()}
