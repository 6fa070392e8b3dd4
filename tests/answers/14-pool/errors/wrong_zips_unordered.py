# diagnosis: anothers
def safely(visit, host):
    try:
        return visit(host)
    except Exception as error:
        return error


def visit_all(pool, visit, hosts):
    return dict(zip(hosts, pool.imap_unordered(partial(safely, visit), hosts)))
