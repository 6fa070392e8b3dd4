# diagnosis: ConnectionError
def visit_all(pool, visit, hosts):
    calls = {}
    for host in hosts:
        try:
            calls[host] = pool.apply_async(visit, (host,))
        except Exception as error:
            calls[host] = error
    return {host: call.get() for host, call in calls.items()}
