# Recursive, and a helper for each half of a turn.
def take_turn(event):
    event.wait()
    event.clear()


def play(mine, other, hit, strokes):
    if strokes == 0:
        return
    take_turn(mine)
    hit()
    other.set()
    play(mine, other, hit, strokes - 1)
