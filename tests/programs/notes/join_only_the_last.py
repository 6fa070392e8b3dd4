"""只 join 了最后一个子进程:前面的也许还没发完。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Array, Process


def send(number, sent):
    sent[number] = 1


if __name__ == "__main__":
    sent = Array("i", 2)
    for number in range(2):
        mail = Process(target=send, args=(number, sent))
        mail.start()
    mail.join()
    assert sent[:] == [1, 1], sent[:]
