def visit_all(pool, visit, hosts):
    found = {}
    calls = []
    for host in hosts:
        note = partial(found.__setitem__, host)
        calls.append(pool.apply_async(visit, (host,), callback=note, error_callback=note))
    for call in calls:
        call.wait()
    return found
