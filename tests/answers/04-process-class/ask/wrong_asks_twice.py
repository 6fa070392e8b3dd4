# diagnosis: KeyError
def find_out(letter, v):
    v.value = boss(letter)


def ask(letters):
    vs = [Value("i", 0) for l in letters]
    ps = [Process(target=find_out, args=(boss(l), v)) for l, v in zip(letters, vs)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    return [v.value for v in vs]
