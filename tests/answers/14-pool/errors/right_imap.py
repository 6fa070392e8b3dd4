def visit_all(pool, visit, hosts):
    found = {}
    it = pool.imap(visit, hosts)
    for h in hosts:
        try:
            found[h] = next(it)
        except ConnectionError as e:
            found[h] = e
    return found
