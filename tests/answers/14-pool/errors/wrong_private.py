# diagnosis: open.unsupported
def visit_all(pool, visit, hosts):
    calls = {host: pool.apply_async(visit, (host,)) for host in hosts}
    for call in calls.values():
        call.wait()
    return {host: call._value for host, call in calls.items()}
