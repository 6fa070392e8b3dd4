# diagnosis: too-few
def visit_all(pool, visit, hosts):
    found = {}
    for host in hosts:
        try:
            found[host] = pool.apply_async(visit, (host,)).get()
        except ConnectionError as error:
            found[host] = error
    return found
