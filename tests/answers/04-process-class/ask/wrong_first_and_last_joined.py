# diagnosis: not-all-joined
def find_out(n, letter, a):
    a[n] = boss(letter)


def ask(letters):
    a = Array("i", len(letters))
    ps = [Process(target=find_out, args=(n, l, a)) for n, l in enumerate(letters)]
    for p in ps:
        p.start()
    ps[0].join()
    ps[-1].join()
    return list(a)
