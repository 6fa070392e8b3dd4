# diagnosis: serial
def bring(letter, answer):
    answer.value = boss(letter)


def ask(letters):
    found = []
    for letter in letters:
        answer = Value("i", 0)
        child = Process(target=bring, args=(letter, answer))
        child.start()
        child.join()
        found.append(answer.value)
    return found
