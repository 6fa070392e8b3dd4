# diagnosis: endless
def play(mine, other, hit, strokes):
    while True:
        mine.wait()
        mine.clear()
        hit()
        other.set()
