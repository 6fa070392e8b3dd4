# diagnosis: answer
# 旧笔记的写法：在锁里读、判断、写，可是结果只印出来。
def buy(person, lock):
    lock.acquire()
    dic = read_stock()
    if dic["count"] > 0:
        print("%s抢到票了" % person)
        dic["count"] -= 1
        write_stock(dic)
    else:
        print("%s没有抢到这张票" % person)
    lock.release()
