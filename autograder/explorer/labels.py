"""What a story calls its processes and its shared things."""

from __future__ import annotations

import re
from functools import reduce

from autograder.explorer.reports import Story
from autograder.explorer.source import Program
from autograder.messages import text

_MADE = re.compile(r"(?P<what>.*?)-(?P<path>\d[\d.]*):(?P<number>\d+)(?P<rest>\[\d+\])?.*")


def process_of(story: Story, actor: int) -> str:
    """The name of the process that `actor` belongs to; with its place, if others have that name too.

    Example::

        process_of(story, 3)  # 'buyer (0.2)'
    """
    return process_at(story, story.homes.get(actor, "")) or story.names.get(actor, "?")


def process_at(story: Story, home: str) -> str:
    """The name of the process that is the shared thing `home`."""
    name = story.labels.get(home, "")
    alike = {key for key in story.homes.values() if story.labels.get(key) == name}
    return f"{name} ({home.partition('-')[2]})" if len(alike) > 1 else name


def maker(name: str) -> str:
    """Who made a shared thing, by its name: a place in the family tree. A process is its own maker.

    >>> maker("queue-0.2:1-size"), maker("process-0.2")
    ('0.2', '0.2')
    """
    return name.partition("-")[2].partition(":")[0]


def spot(filename: str, line: int) -> str:
    """Where in the program something is: a line, and in a notebook the part in which that is counted.

    >>> from autograder import messages
    >>> messages.use("en")
    >>> spot("forks.py", 4), spot("Cell In[3]", 4), spot(messages.text("check.scenario"), 4)
    ('line 4', 'line 4 of In[3]', 'line 4 of the check')
    """
    if filename == text("check.scenario"):
        return text("explorer.line-of-check", line=line)
    cell = filename.removeprefix("Cell ")
    if cell == filename != text("explorer.possible.main"):
        return text("explorer.line", line=line)
    return text("explorer.line-of", line=line, cell=cell)


def spot_in(program: Program, filename: str, line: int) -> str:
    """The same for any file of `program`, its modules' too.

    >>> from autograder import messages
    >>> messages.use("en")
    >>> spot_in(Program("import forks", modules={"forks": ""}), "forks.py", 4)
    'forks.py line 4'
    """
    if program.cells and filename in program.main:
        return spot(filename, line)
    return f"{program.called(filename)} {text('explorer.line', line=line)}".lstrip()


def order(home: str) -> tuple[int, ...]:
    """A key that sorts processes as a family tree: parents before children, elder ones first.

    >>> sorted(["process-0.10", "process-0", "process-0.9"], key=order)
    ['process-0', 'process-0.9', 'process-0.10']
    """
    return tuple(int(part) for part in home.partition("-")[2].split(".") if part.isdigit())


def label(story: Story, name: str) -> str:
    """What to call the shared thing `name`: as the program does, or what it is and its number."""
    if name.startswith("process-"):
        return process_at(story, name) or name
    name = name.rpartition("~")[2]
    made = _MADE.fullmatch(name)
    maker = process_at(story, f"process-{made['path']}") if made else ""
    known = story.labels.get(name)
    if known is not None:
        return (
            text("explorer.thing.of", thing=known, process=maker)
            if _is_one_of_many(story, name, known)
            else known
        )
    if made is None:
        return name.removeprefix("file-")
    try:
        thing = text(f"explorer.thing.{made['what']}", number=made["number"])
    except KeyError:
        thing = text("explorer.thing.other", what=made["what"], number=made["number"])
    return f"{thing}{made['rest'] or ''}"


def _is_one_of_many(story: Story, name: str, known: str) -> bool:
    """Whether processes have a thing each that they call the same."""
    makers = {
        made["path"]
        for other, each in story.labels.items()
        if each == known and (made := _MADE.fullmatch(other))
    }
    made = _MADE.fullmatch(name)
    return made is not None and len(makers) > 1


def listed(names: list[str]) -> str:
    """Names in a row, the last one after an "and"."""
    if len(names) < 2:
        return "".join(names)
    comma = text("explorer.list.comma")
    return text("explorer.list.and", first=comma.join(names[:-1]), last=names[-1])


def together(*parts: str) -> str:
    """Sentences in a row: with a space between them, in languages that want one."""
    return reduce(
        lambda first, second: text("explorer.list.row", first=first, second=second), parts
    )
