# diagnosis: too-many
def visit_all(pool, visit, hosts):
    calls = [pool.apply_async(visit, (host,)) for host in hosts]
    while not all(call.ready() for call in calls):
        time.sleep(0.1)
    found = {}
    for host, call in zip(hosts, calls):
        try:
            found[host] = call.get()
        except ConnectionError as error:
            found[host] = error
    return found
