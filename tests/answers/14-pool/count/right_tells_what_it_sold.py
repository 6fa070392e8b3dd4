# 边数边说：打印的东西像检查自己打印的，也不要紧。
def count_page(page):
    found = Counter(read_page(page).split())
    print("read:", page, "by", "me")
    print("sold:", found)
    return found


def count_sold(pages, workers):
    with Pool(workers) as pool:
        return sum(pool.map(count_page, pages), Counter())
