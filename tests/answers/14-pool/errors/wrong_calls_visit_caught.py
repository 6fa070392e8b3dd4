# diagnosis: in-workers
def visit_all(pool, visit, hosts):
    found = {}
    calls = {}
    for host in hosts:
        try:
            calls[host] = pool.apply_async(visit(host))
        except ConnectionError as error:
            found[host] = error
    for host, call in calls.items():
        try:
            found[host] = call.get()
        except Exception as error:
            found[host] = error
    return found
