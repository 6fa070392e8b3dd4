# expect: inconclusive 3
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
