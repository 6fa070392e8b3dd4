# diagnosis: open.threads
import queue


def steam_all(pool, steam, kinds, tell):
    done = queue.Queue()
    for number, kind in enumerate(kinds):
        pool.apply_async(steam, (kind,), callback=lambda r, n=number: done.put((n, r)))
    results = [None] * len(kinds)
    for _ in kinds:
        number, result = done.get()
        tell(kinds[number], result)
        results[number] = result
    return results
