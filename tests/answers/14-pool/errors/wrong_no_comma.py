# diagnosis: called
def visit_all(pool, visit, hosts):
    found = {}
    calls = {h: pool.apply_async(visit, (h)) for h in hosts}
    for h, c in calls.items():
        try:
            found[h] = c.get()
        except Exception as e:
            found[h] = e
    return found
