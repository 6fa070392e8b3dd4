# diagnosis: left-out
answers = Array("i", 10)


def bring(number, letter):
    answers[number] = boss(letter)


def ask(letters):
    children = [Process(target=bring, args=each) for each in enumerate(letters)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return answers[: len(letters)]
