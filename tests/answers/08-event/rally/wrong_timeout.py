# diagnosis: timed-out
def play(mine, other, hit, strokes):
    for _ in range(strokes):
        mine.wait(3)
        mine.clear()
        hit()
        other.set()
