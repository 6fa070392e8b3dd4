"""管道:不用的一端两边都关掉,写端全关之后 recv 抛出 EOFError,消费者知道结束了。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pipe, Process


def consume(pipe):
    left, right = pipe
    left.close()
    while True:
        try:
            print("收到", right.recv())
        except EOFError:
            right.close()
            break


if __name__ == "__main__":
    left, right = Pipe()
    consumer = Process(target=consume, args=((left, right),))
    consumer.start()
    right.close()
    for number in range(2):
        left.send(number)
    left.close()
    consumer.join()
    assert consumer.exitcode == 0
