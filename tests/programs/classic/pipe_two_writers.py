"""Two write into one pipe: whose message comes first, nobody knows."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process


def write(writer, name):
    writer.send(name)


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    for name in ("Ann", "Bob"):
        Process(target=write, args=(writer, name)).start()
    assert [reader.recv(), reader.recv()] == ["Ann", "Bob"]
