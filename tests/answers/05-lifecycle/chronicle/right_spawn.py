from multiprocessing import get_context


def reign(work, rule):
    steward = get_context("spawn").Process(target=work)
    steward.start()
    rule()
    while steward.is_alive():
        steward.join(0.05)
