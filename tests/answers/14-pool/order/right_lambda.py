# 线程安全：回调都在同一个线程里，一个接一个。
def steam_all(pool, steam, kinds, tell):
    done = {}

    def take(number, result):
        done[number] = result
        tell(kinds[number], result)

    calls = []
    for number, kind in enumerate(kinds):
        calls.append(pool.apply_async(steam, (kind,), callback=lambda r, n=number: take(n, r)))
    for call in calls:
        call.wait()
    return [done[number] for number in range(len(kinds))]
