# diagnosis: numbers
def find_out(letter, path):
    Path(path).write_text(str(boss(letter)), encoding="utf-8")


def ask(letters):
    paths = [f"answer-{number}.txt" for number in range(len(letters))]
    children = [Process(target=find_out, args=each) for each in zip(letters, paths)]
    for child in children:
        child.start()
    for child in children:
        child.join()
    return [Path(path).read_text("utf-8") for path in paths]
