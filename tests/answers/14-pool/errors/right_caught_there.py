def carefully(visit, host):
    try:
        return visit(host)
    except Exception as error:
        return error


def visit_all(pool, visit, hosts):
    return dict(zip(hosts, pool.map(partial(carefully, visit), hosts)))
