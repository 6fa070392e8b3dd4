# diagnosis: alike
def find_out(letter, v):
    v.value = boss(letter)


def ask(letters):
    vs = {l: Value("i", 0) for l in letters}
    ps = [Process(target=find_out, args=(l, v)) for l, v in vs.items()]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    return [v.value for v in vs.values()]
