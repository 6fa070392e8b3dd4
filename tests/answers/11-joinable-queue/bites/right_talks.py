def nibble(steamer, bite):
    while True:
        bun = steamer.get()
        print("bitten:", bun)
        left = bite(bun)
        print(f"in hand: {left}")
        if left:
            steamer.put(left)
        steamer.task_done()
