# diagnosis: same-place
def bring(letter, answer):
    answer.value = boss(letter)


def ask(letters):
    answer = Value("i", 0)
    children = [Process(target=bring, args=(letter, answer)) for letter in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [answer.value for _ in letters]
