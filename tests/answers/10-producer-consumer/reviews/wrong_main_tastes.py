# diagnosis: never-started
def reviews(buns, guests, taste):
    return [taste(bun) for bun in buns]
