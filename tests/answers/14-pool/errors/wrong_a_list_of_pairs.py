# diagnosis: a-dictionary
def visit_all(pool, visit, hosts):
    calls = [(host, pool.apply_async(visit, (host,))) for host in hosts]
    found = []
    for host, call in calls:
        try:
            found.append((host, call.get()))
        except ConnectionError as error:
            found.append((host, error))
    return found
