from multiprocessing import Process


def reign(work, rule):
    steward = Process(target=work, daemon=False)
    steward.start()
    rule()
