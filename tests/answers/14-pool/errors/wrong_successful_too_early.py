# diagnosis: ValueError
def visit_all(pool, visit, hosts):
    calls = {host: pool.apply_async(visit, (host,)) for host in hosts}
    found = {}
    for host, call in calls.items():
        if call.successful():
            found[host] = call.get()
        else:
            try:
                call.get()
            except Exception as error:
                found[host] = error
    return found
