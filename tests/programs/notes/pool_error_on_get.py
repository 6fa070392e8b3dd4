"""池里的异常要到 get 才看得见:ZeroDivisionError。"""
# verdict: broken
# kind: exception
# error: ZeroDivisionError
# start-method: both
# reality: yes

from multiprocessing import Pool


def share(buns, people):
    return buns / people


if __name__ == "__main__":
    with Pool(2) as pool:
        answer = pool.apply_async(share, (10, 0))
        print(answer.get())
