# diagnosis: failed-too
def visit_all(pool, visit, hosts):
    found = {}
    calls = [
        pool.apply_async(visit, (host,), callback=partial(found.__setitem__, host)) for host in hosts
    ]
    for call in calls:
        call.wait()
    return found
