# diagnosis: too-many
def visit_all(pool, visit, hosts):
    found = {}
    with Pool(len(hosts)) as mine:
        calls = {h: mine.apply_async(visit, (h,)) for h in hosts}
        for h, c in calls.items():
            try:
                found[h] = c.get()
            except ConnectionError as e:
                found[h] = e
    return found
