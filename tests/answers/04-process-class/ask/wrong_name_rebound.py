# diagnosis: unwritten
def find_out(letter, answer):
    answer = boss(letter)


def ask(letters):
    answers = [Value("i", 0) for _ in letters]
    children = [Process(target=find_out, args=each) for each in zip(letters, answers)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [answer.value for answer in answers]
