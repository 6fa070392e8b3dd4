# diagnosis: one-try
def visit_all(pool, visit, hosts):
    calls = {host: pool.apply_async(visit, (host,)) for host in hosts}
    found = {}
    try:
        for host, call in calls.items():
            found[host] = call.get()
    except ConnectionError as error:
        found[host] = error
    return found
