"""join 之后,第一封邮件一定已经发出。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Process, Value


def send(sent):
    print("第一封邮件:要求涨工资")
    sent.value = 1


if __name__ == "__main__":
    sent = Value("i", 0)
    mail = Process(target=send, args=(sent,))
    mail.start()
    mail.join()
    assert sent.value == 1
    print("第二封邮件:涨到一个月六万")
