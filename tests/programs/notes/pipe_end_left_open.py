"""消费者忘了关自己手里的写端:写端没有全关,EOFError 永远不来。"""
# verdict: broken
# kind: deadlock
# start-method: both
# reality: no

from multiprocessing import Pipe, Process


def consume(pipe):
    left, right = pipe
    while True:
        try:
            print("收到", right.recv())
        except EOFError:
            break


if __name__ == "__main__":
    left, right = Pipe()
    consumer = Process(target=consume, args=((left, right),))
    consumer.start()
    right.close()
    left.send(1)
    left.close()
    consumer.join()
