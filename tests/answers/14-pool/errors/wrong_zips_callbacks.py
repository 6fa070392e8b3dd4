# diagnosis: anothers
def visit_all(pool, visit, hosts):
    got = []
    calls = [
        pool.apply_async(visit, (host,), callback=got.append, error_callback=got.append)
        for host in hosts
    ]
    for call in calls:
        call.wait()
    return dict(zip(hosts, got))
