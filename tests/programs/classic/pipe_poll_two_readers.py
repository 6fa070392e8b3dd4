"""Two see a message with poll, and both recv: the second waits for ever."""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Pipe, Process


def read(reader):
    if reader.poll():
        print(reader.recv())


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    writer.send("one")
    for _ in range(2):
        Process(target=read, args=(reader,)).start()
