# diagnosis: same-place
def one(place, letter, answers):
    answers[place] = boss(letter)


def ask(letters):
    answers = Array("i", len(letters))
    work = [(letters.index(each), each, answers) for each in letters]
    children = [Process(target=one, args=each) for each in work]
    for each in children:
        each.start()
    for each in children:
        each.join()
    return list(answers)
