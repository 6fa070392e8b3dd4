"""apply_async:先全部提交,close,join,再一个个 get。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pool


def add(x, y):
    return x + y


if __name__ == "__main__":
    pool = Pool(2)
    answers = [pool.apply_async(add, (number, 10)) for number in range(2)]
    pool.close()
    pool.join()
    assert [answer.get() for answer in answers] == [10, 11]
