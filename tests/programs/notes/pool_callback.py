"""回调在主进程里运行:它能改主进程的列表,顺序按完成的先后。"""
# verdict: holds
# start-method: both
# reality: yes

from multiprocessing import Pool

done = []


def cook(dish):
    return f"{dish}好了"


if __name__ == "__main__":
    pool = Pool(2)
    for dish in ["包子", "馒头"]:
        pool.apply_async(cook, (dish,), callback=done.append)
    pool.close()
    pool.join()
    assert sorted(done) == ["包子好了", "馒头好了"]
