"""没有人 get:池里的异常悄悄消失,程序正常结束。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pool


def share(buns, people):
    return buns / people


if __name__ == "__main__":
    pool = Pool(2)
    pool.apply_async(share, (10, 0))
    pool.close()
    pool.join()
    print("完")
