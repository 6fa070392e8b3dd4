# 先拿新的，拿到了再退旧的：手里从来只有一把锁，绕不成圈。
def rebook(old, new, locks):
    back = locks[old]
    with locks[new]:
        wanted = read_stock(f"{new}.json")
        if wanted["count"] == 0:
            return False
        wanted["count"] -= 1
        write_stock(wanted, f"{new}.json")
    with back:
        mine = read_stock(f"{old}.json")
        mine["count"] += 1
        write_stock(mine, f"{old}.json")
    return True
