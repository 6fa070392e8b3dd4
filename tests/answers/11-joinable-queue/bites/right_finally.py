def nibble(steamer, bite):
    while True:
        try:
            if (rest := bite(steamer.get())) is not None:
                steamer.put(rest)
        finally:
            steamer.task_done()
