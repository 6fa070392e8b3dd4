"""以为回调按提交的顺序来:后提交的可能先完成。"""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Pool

done = []


def cook(dish):
    return dish


if __name__ == "__main__":
    pool = Pool(2)
    for dish in ["包子", "馒头"]:
        pool.apply_async(cook, (dish,), callback=done.append)
    pool.close()
    pool.join()
    assert done == ["包子", "馒头"], done
