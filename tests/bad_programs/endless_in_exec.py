# expect: inconclusive 3
exec("while True: pass")
