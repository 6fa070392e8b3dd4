# diagnosis: KeyError
def one(letter, answer):
    answer.value = boss(letter)


def ask(letters):
    answers = [Value("i", 0) for _ in letters]
    work = zip(letters, answers)
    children = [Process(target=one, args=(boss(each), answer)) for each, answer in work]
    for each in children:
        each.start()
    for each in children:
        each.join()
    return [each.value for each in answers]
