# diagnosis: errors
def visit_all(pool, visit, hosts):
    calls = {host: pool.apply_async(visit, (host,)) for host in hosts}
    found = {}
    for host, call in calls.items():
        try:
            found[host] = call.get()
        except Exception as error:
            found[host] = ConnectionError(host)
    return found
