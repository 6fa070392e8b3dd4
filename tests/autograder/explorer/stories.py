"""Canonical programs, and their stories word by word: eighty columns wide, in both languages."""

PROGRAMS = {
    "race": """from multiprocessing import Process, Value

def buy(tickets, sold):
    left = tickets.value
    if left > 0:
        tickets.value = left - 1
        with sold:
            sold.value += 1

if __name__ == "__main__":
    tickets, sold = Value("i", 1), Value("i", 0)
    buyers = [Process(target=buy, args=(tickets, sold)) for _ in range(2)]
    for each in buyers:
        each.start()
    for each in buyers:
        each.join()
    assert sold.value == 1
""",
    "circle": """from multiprocessing import Lock, Process

def use(one, other):
    with one:
        with other:
            pass

if __name__ == "__main__":
    left, right, *forks = [Lock() for _ in range(5)]
    pairs = [(left, right), (right, left)]
    users = [Process(target=use, args=pair) for pair in pairs]
    for each in users:
        each.start()
    for each in users:
        each.join()
""",
    "hang": """from multiprocessing import Process, Queue

def cook(steamer):
    steamer.put("包子")

def eat(steamer):
    while True:
        print("吃了", steamer.get())

if __name__ == "__main__":
    steamer = Queue()
    cooks, eater = Process(target=cook, args=(steamer,)), Process(target=eat, args=(steamer,))
    cooks.start(), eater.start()
    cooks.join(), eater.join()
""",
    "file": """import json
from multiprocessing import Lock, Process

def look():
    with open("tickets.json") as file:
        return json.load(file)

def buy(lock):
    look()
    with lock:
        left = look()
        with open("tickets.json", "w") as file:
            json.dump(left - 1, file)

if __name__ == "__main__":
    with open("tickets.json", "w") as file:
        json.dump(2, file)
    lock = Lock()
    buyers = [Process(target=buy, args=(lock,)) for _ in range(2)]
    for each in buyers:
        each.start()
    for each in buyers:
        each.join()
""",
}

EN = {
    "race": """\
✗ An assertion can fail.
MainProcess reads sold = 2 in line 17, and there it fails: assert sold.value ==
1.
Process-1 and Process-2 both read tickets = 1 before either of them wrote it.
Each then wrote 0, and so one write hides the other.

step MainProcess             │ Process-1               │ Process-2
     ────────────────────────┼─────────────────────────┼────────────────────────
     … 2 steps: MainProcess starts Process-1 and Process-2 …
  3                          │ 4: left = tickets.value │
                             │   reads tickets: 1      │
  4                          │                         │ 4: left = tickets.value
                             │                         │   reads tickets: 1
  5                          │                         │ 6: tickets.value = left
                             │                         │    - 1
                             │                         │   writes tickets: 0
     … 1 step: a lock taken or given back …
  7                          │                         │ 8: sold.value += 1
                             │                         │   reads sold: 0
                             │                         │   writes sold: 1
     … 2 steps: Process-2 ends, a lock taken or given back …
 11                          │ 6: tickets.value = left │
                             │    - 1                  │
                             │   writes tickets: 0     │
     … 1 step: a lock taken or given back …
 13                          │ 8: sold.value += 1      │
                             │   reads sold: 1         │
                             │   writes sold: 2        │
     … 4 steps: Process-1 ends, a lock taken or given back, waits for others to…
 19  17: assert sold.value   │                         │
         == 1                │                         │
       reads sold: 2         │                         │
     ────────────────────────┼─────────────────────────┼────────────────────────
       ✗ AssertionError      │                         │

What to look at: What does each process know at the moment when it writes, and
when did it learn that?
To see it again, step by step: 0x2,0.1,0.2x7,0.1x6,0x3
""",
    "circle": """\
✗ Deadlock: it can wait for ever.
Process-1 holds left and waits for right (line 5); Process-2 holds right and
waits for left (line 5).

step Process-1                      │ Process-2
     ───────────────────────────────┼───────────────────────────────
     … 2 steps: MainProcess starts Process-1 and Process-2 …
  3  4: with one:                   │
       takes left                   │
  4                                 │ 4: with one:
                                    │   takes right
     ───────────────────────────────┼───────────────────────────────
     5: with other:                 │ 5: with other:
       ✗ waits for right            │   ✗ waits for left

  Process-1 ──waits for right──▶ Process-2 ──waits for left──▶ Process-1

Who holds what:
  left: Process-1, since line 4
  right: Process-2, since line 4

Also waiting: MainProcess waits for Process-1 to end (line 15).

What to look at: Follow the arrows: what would have to be different for one of
them never to be drawn?
To see it again, step by step: 0x2,0.1,0.2
""",
    "hang": """\
✗ It can wait for ever.
Process-2 waits for something from steamer (line 8), and nobody is left who
could put anything in.

step Process-1                            │ Process-2
     ─────────────────────────────────────┼─────────────────────────────────────
     … 2 steps: MainProcess starts Process-1 and Process-2 …
  3  4: steamer.put("包子")               │
       puts something into steamer        │
  4    (feeder) passes '包子' on to       │
       steamer                            │
     … 3 steps: Process-1 ends, waits for others to end …
  8                                       │ 8: print("吃了", steamer.get())
                                          │   gets '包子' from steamer
                                          │   prints: 吃了 包子
     ─────────────────────────────────────┼─────────────────────────────────────
                                          │   ✗ waits for something from steamer

Also waiting: MainProcess waits for Process-2 to end (line 14).

What to look at: Who was meant to end this wait, and why is it gone, or waiting
too?
To see it again, step by step: 0x2,0.1,0.1~queue-0:1,0.1x2,0,0.2x2
""",
    "file": """\
✗ Process-2 can fail with JSONDecodeError.
Process-2, line 6: return json.load(file) ends in json.decoder.JSONDecodeError:
Expecting value: line 1 column 1 (char 0).
Process-2 read tickets.json (line 6) while it was empty: Process-1 had emptied
it (line 12) and not filled it yet.

step Process-1                            │ Process-2
     ─────────────────────────────────────┼─────────────────────────────────────
     … 5 steps: MainProcess starts Process-1 and Process-2 …
  6  6: return json.load(file)            │
       reads tickets.json: '2'            │
     … 4 steps: a lock taken or given back, the same as before …
 11  12: with open("tickets.json", "w")   │
         as file:                         │
       empties tickets.json               │
     … 1 step: what does not matter here …
 13                                       │ 6: return json.load(file)
                                          │   reads tickets.json: nothing in it
     ─────────────────────────────────────┼─────────────────────────────────────
                                          │   ✗ json.decoder.JSONDecodeError:
                                          │   Expecting value: line 1 column 1
                                          │   (char 0)

What to look at: In which state did the failing line find what it uses, and who
left it so?
To see it again, step by step: 0x4,0.1x7,0.2x2
""",
}

ZH = {
    "race": """\
✗ 断言可能不成立。
MainProcess 在第 17 行读到 sold = 2，断言不成立：assert sold.value == 1。
Process-1 和 Process-2 都读到 tickets = 1，那时谁都还没有写。
接着各自写下 0，于是一次写盖住了另一次。

 步  MainProcess             │ Process-1               │ Process-2
     ────────────────────────┼─────────────────────────┼────────────────────────
     …… 2 步：MainProcess 启动 Process-1 和 Process-2 ……
  3                          │ 4: left = tickets.value │
                             │   读 tickets：1         │
  4                          │                         │ 4: left = tickets.value
                             │                         │   读 tickets：1
  5                          │                         │ 6: tickets.value = left
                             │                         │    - 1
                             │                         │   写 tickets：0
     …… 1 步：拿锁或还锁 ……
  7                          │                         │ 8: sold.value += 1
                             │                         │   读 sold：0
                             │                         │   写 sold：1
     …… 2 步：Process-2 结束、拿锁或还锁 ……
 11                          │ 6: tickets.value = left │
                             │    - 1                  │
                             │   写 tickets：0         │
     …… 1 步：拿锁或还锁 ……
 13                          │ 8: sold.value += 1      │
                             │   读 sold：1            │
                             │   写 sold：2            │
     …… 4 步：Process-1 结束、拿锁或还锁、等别人结束 ……
 19  17: assert sold.value   │                         │
         == 1                │                         │
       读 sold：2            │                         │
     ────────────────────────┼─────────────────────────┼────────────────────────
       ✗ AssertionError      │                         │

看看这里：每个进程写的那一刻，它知道些什么？又是什么时候知道的？
想一步一步重看：0x2,0.1,0.2x7,0.1x6,0x3
""",
    "circle": """\
✗ 死锁：可能永远等下去。
Process-1 拿着 left，在等 right（第 5 行）；Process-2 拿着 right，在等 left（第
5 行）。

 步  Process-1               │ Process-2
     ────────────────────────┼────────────────────────
     …… 2 步：MainProcess 启动 Process-1 和 Process-2 ……
  3  4: with one:            │
       拿到 left             │
  4                          │ 4: with one:
                             │   拿到 right
     ────────────────────────┼────────────────────────
     5: with other:          │ 5: with other:
       ✗ 在等 right          │   ✗ 在等 left

  Process-1 ──在等 right──▶ Process-2 ──在等 left──▶ Process-1

谁拿着什么：
  left：在 Process-1 手里，第 4 行拿的
  right：在 Process-2 手里，第 4 行拿的

还在等的：MainProcess 在等 Process-1 结束（第 15 行）。

看看这里：顺着箭头走一圈：要怎样，其中一支箭头才不会出现？
想一步一步重看：0x2,0.1,0.2
""",
    "hang": """\
✗ 可能永远等下去。
Process-2 在等 steamer 里来东西（第 8 行），可再没有谁会往里面放东西。

 步  Process-1                            │ Process-2
     ─────────────────────────────────────┼─────────────────────────────────────
     …… 2 步：MainProcess 启动 Process-1 和 Process-2 ……
  3  4: steamer.put("包子")               │
       往 steamer 里放东西                │
  4    （送货线程）把 '包子' 送进 steamer │
     …… 3 步：Process-1 结束、等别人结束 ……
  8                                       │ 8: print("吃了", steamer.get())
                                          │   从 steamer 取到 '包子'
                                          │   打印：吃了 包子
     ─────────────────────────────────────┼─────────────────────────────────────
                                          │   ✗ 在等 steamer 里来东西

还在等的：MainProcess 在等 Process-2 结束（第 14 行）。

看看这里：本该由谁来结束这次等待？它为什么不在了，或者也在等？
想一步一步重看：0x2,0.1,0.1~queue-0:1,0.1x2,0,0.2x2
""",
    "file": """\
✗ Process-2 可能抛出 JSONDecodeError。
Process-2 第 6 行：return json.load(file)，抛出 json.decoder.JSONDecodeError:
Expecting value: line 1 column 1 (char 0)。
Process-2 读 tickets.json（第 6 行）时，里面是空的：Process-1 刚把它清空（第 12
行），还没有写回去。

 步  Process-1                            │ Process-2
     ─────────────────────────────────────┼─────────────────────────────────────
     …… 5 步：MainProcess 启动 Process-1 和 Process-2 ……
  6  6: return json.load(file)            │
       读 tickets.json：'2'               │
     …… 4 步：拿锁或还锁、和前面一样的 ……
 11  12: with open("tickets.json", "w")   │
         as file:                         │
       清空 tickets.json                  │
     …… 1 步：与此无关的事 ……
 13                                       │ 6: return json.load(file)
                                          │   读 tickets.json：里面什么也没有
     ─────────────────────────────────────┼─────────────────────────────────────
                                          │   ✗ json.decoder.JSONDecodeError:
                                          │   Expecting value: line 1 column 1
                                          │   (char 0)

看看这里：出错的那一行拿到的东西是什么样子？是谁把它弄成这样的？
想一步一步重看：0x4,0.1x7,0.2x2
""",
}
