# diagnosis: raises
def double(people):
    # 忘了 people 的拼写
    return 2 * peple
