# diagnosis: UnboundLocalError
def visit_all(pool, visit, hosts):
    result = {}
    try:
        answers = pool.map(visit, hosts)
        for h, a in zip(hosts, answers):
            result[h] = a
    except ConnectionError as e:
        result[h] = e
    return result
