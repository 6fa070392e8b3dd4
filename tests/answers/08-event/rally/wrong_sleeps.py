# diagnosis: never-waited
def play(mine, other, hit, strokes):
    import time

    for _ in range(strokes):
        hit()
        time.sleep(2)
