# diagnosis: untouched
def sell(stock, till, lock):
    raise NotImplementedError


def refund(stock, till, lock):
    raise NotImplementedError
