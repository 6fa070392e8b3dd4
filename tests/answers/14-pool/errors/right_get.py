def visit_all(pool, visit, hosts):
    waiting = {host: pool.apply_async(visit, (host,)) for host in hosts}
    found = {}
    for host, result in waiting.items():
        try:
            found[host] = result.get()
        except Exception as error:
            found[host] = error
    return found
