from itertools import chain


def one_by_one(jobs):
    """一个作业做完再做下一个：返回全部做完的时刻。"""
    now = 0
    for burst in chain.from_iterable(jobs):
        start = now
        now = start + burst[1]
    return now
