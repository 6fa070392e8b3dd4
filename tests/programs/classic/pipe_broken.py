"""All reading ends are closed: who sends gets BrokenPipeError."""
# verdict: broken
# kind: exception
# error: BrokenPipeError
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process


def read(reader):
    reader.close()


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    child = Process(target=read, args=(reader,))
    child.start()
    reader.close()
    child.join()
    writer.send("nobody is there")
