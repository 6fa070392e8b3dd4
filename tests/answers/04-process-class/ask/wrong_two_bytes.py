# diagnosis: narrow
def find_out(letter, v):
    v.value = boss(letter)


def ask(letters):
    vs = [Value("h", 0) for l in letters]
    ps = [Process(target=find_out, args=(l, v)) for l, v in zip(letters, vs)]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    return [v.value for v in vs]
