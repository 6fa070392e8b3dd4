# diagnosis: heard-twice
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait()
        hit()
        other.set()
