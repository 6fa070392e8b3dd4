"""What a child sets on itself, main does not see: its object is another one."""
# verdict: broken
# kind: assertion
# start-method: both
# reality: yes

from multiprocessing import Process


class Cook(Process):
    dish = None

    def run(self):
        self.dish = "bun"


if __name__ == "__main__":
    cook = Cook()
    cook.start()
    cook.join()
    assert cook.dish == "bun", cook.dish
