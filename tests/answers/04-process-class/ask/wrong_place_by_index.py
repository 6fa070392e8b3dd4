# diagnosis: same-place
def find_out(n, letter, a):
    a[n] = boss(letter)


def ask(letters):
    a = Array("i", len(letters))
    ps = [Process(target=find_out, args=(letters.index(l), l, a)) for l in letters]
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    return list(a)
