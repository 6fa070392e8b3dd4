"""先全部 start,再全部 join:最后一封邮件在所有邮件之后。"""
# verdict: holds
# start-method: both
# at-once: 3
# reality: yes

import time
from multiprocessing import Array, Process


def send(number, sent):
    time.sleep(0)
    print(f"第{number}封邮件")
    sent[number] = 1


if __name__ == "__main__":
    sent = Array("i", 3)
    mails = [Process(target=send, args=(number, sent)) for number in range(3)]
    for mail in mails:
        mail.start()
    for mail in mails:
        mail.join()
    assert sent[:] == [1, 1, 1]
    print("最后一封邮件:此致敬礼")
