# diagnosis: every-host
def visit_all(pool, visit, hosts):
    found = {}
    for host in hosts:
        note = partial(found.__setitem__, host)
        pool.apply_async(visit, (host,), callback=note, error_callback=note)
    return found
