# diagnosis: number
def play(mine, other, hit, strokes):
    mine.wait()
    mine.clear()
    hit()
    other.set()
