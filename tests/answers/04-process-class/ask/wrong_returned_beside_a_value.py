# diagnosis: unwritten
def find_out(letter, answer):
    return boss(letter)


def ask(letters):
    answers = Array("i", len(letters))
    children = [Process(target=find_out, args=(each, answers)) for each in letters]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return list(answers)
