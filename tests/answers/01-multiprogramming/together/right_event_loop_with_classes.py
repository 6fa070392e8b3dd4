from dataclasses import dataclass, field


@dataclass
class Task:
    order: int
    bursts: list
    ready: int = 0
    done: int = field(default=0)

    def next_burst(self):
        return self.bursts[self.done]

    @property
    def over(self):
        return self.done == len(self.bursts)


def together(jobs):
    tasks = [Task(order, list(job)) for order, job in enumerate(jobs)]
    cpu_free = 0
    while not all(task.over for task in tasks):
        task = min((t for t in tasks if not t.over), key=lambda t: (t.ready, t.order))
        kind, length = task.next_burst()
        start = task.ready if kind == "io" else max(task.ready, cpu_free)
        task.ready = start + length
        task.done += 1
        if kind == "cpu":
            cpu_free = task.ready
    return max(task.ready for task in tasks)
