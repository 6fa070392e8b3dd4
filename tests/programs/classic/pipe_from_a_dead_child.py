"""The child ends without sending, and main has closed its copy: recv raises EOFError, it does not hang."""
# verdict: broken
# kind: exception
# error: EOFError
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process


def work(_writer):
    print("nothing to say")


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    Process(target=work, args=(writer,)).start()
    writer.close()
    reader.recv()
