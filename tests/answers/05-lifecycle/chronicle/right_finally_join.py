from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work)
    steward.daemon = True
    steward.start()
    try:
        rule()
    finally:
        steward.join()
