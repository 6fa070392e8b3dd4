# diagnosis: not-all-joined
def one(letter, answer):
    answer.value = boss(letter)


def ask(letters):
    answers = [Value("i", 1) for _ in letters]
    work = zip(letters, answers)
    children = [Process(target=one, args=each) for each in work]
    for each in children:
        each.start()
    for each in children[:2]:
        each.join()
    return [each.value for each in answers]
