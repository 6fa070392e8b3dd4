"""主进程忘了关写端就 join:消费者等 EOF,主进程等消费者。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Pipe, Process


def consume(reader):
    try:
        while True:
            print("收到", reader.recv())
    except EOFError:
        print("完")


if __name__ == "__main__":
    reader, writer = Pipe(duplex=False)
    consumer = Process(target=consume, args=(reader,))
    consumer.start()
    writer.send("包子")
    consumer.join()
