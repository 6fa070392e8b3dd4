def double(people):
    """每人两个包子：返回 people 个人要的包子数。"""
    buns = 0
    for _ in range(2):
        buns += people
    return buns
