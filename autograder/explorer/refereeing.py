"""The referee: judges a program by what a witness tells of its executions.

The witness is the process in which the program runs; it may be in the program's hands. So nothing is
taken from it but records. The referee goes through the same search by himself and knows which execution
must come next; the shared things are his own, and so are the rules. That everything was tried is his own
finding, too. Only that a program is broken, or cannot be explored, is believed: that gains it nothing.

One thing shows in no record: whether the witness tells of the program that it was given, or of another.
Code that names a way to its interpreter is therefore refused before; see :mod:`autograder.prying`.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace

import msgspec

from autograder.explorer import harmless, html
from autograder.explorer.asking import STORY_SECONDS, Finding, Progress, Ready, Refused, Request
from autograder.explorer.believing import ForgedError
from autograder.explorer.conditions import Condition
from autograder.explorer.doing import AGAIN, Halt
from autograder.explorer.executions import NotRepeatableError
from autograder.explorer.findings import conditions_at, finding, mistake
from autograder.explorer.followed import Followed
from autograder.explorer.judging import Judge, limit_of_ours
from autograder.explorer.killable import Lost, Other
from autograder.explorer.operations import Actor
from autograder.explorer.records import Begun, Pause, Paused, Point, Run, Tell, Watch
from autograder.explorer.replica import Replica
from autograder.explorer.reports import Report, Verdict
from autograder.explorer.search import Counts, Search
from autograder.explorer.shortest import shortest
from autograder.explorer.sights import End, Failure, UntoldError
from autograder.explorer.source import Program
from autograder.explorer.sweeping import swept
from autograder.explorer.tree import Tree


class _AnewError(Exception):
    """The witness has begun anew."""


class _EndedError(Exception):
    """The witness has come to an end before the search has; the argument: with what."""


class Referee:
    """Judges one program.

    Args:
        program: What is explored.
        request: What the witness was asked.
        conditions: What must hold; names are looked up here.
        witness: Who tells.
    """

    def __init__(
        self,
        program: Program,
        request: Request,
        conditions: Sequence[str | Condition],
        witness: Other,
    ) -> None:
        self._program = program
        self._request = request
        self._witness = witness
        found: list[Condition] = []
        for each in conditions:
            found += conditions_at(each) if isinstance(each, str) else [each]
        self._judge = Judge(found, measure=request.measure)
        self._points: list[Point] = []
        """What was told of the points of the last execution."""
        self._end: End | None = None
        """How that is said to have ended: only who knows believes a last point at which nobody moves."""
        self._widest: tuple[Actor, ...] = ()
        """An execution in which as many are at work at once as there ever are."""
        self._counts = Counts()
        self._begun = time.perf_counter()

    def reply(self) -> Finding | Refused | Lost:
        """The verdict, or why there is none."""
        try:
            with swept():
                reply = self._reply()
        except ForgedError as error:
            return self._inconclusive(error)
        except UntoldError as error:
            return self._in_words(
                Report(Verdict.INCONCLUSIVE, "untold", fields={"name": error.args[0]})
            )
        except Exception as error:  # noqa: BLE001 - a rule that fails is nobody's pass
            return self._in_words(mistake(error))
        if isinstance(reply, Finding):
            self._witness.executions = reply.executions
        return reply

    def _reply(self) -> Finding | Refused | Lost:
        begun = ordered = False
        while True:
            try:
                if not begun:
                    self._await_beginning(ordered=ordered)
                begun = False
                self._judge.begin_anew()
                return self._judged()
            except _AnewError:
                begun = True
            except _EndedError as ended:
                return self._believed(ended.args[0])
            except Halt as halt:
                if halt.reason != AGAIN:
                    raise
                self._witness.order(Watch(sorted(self._judge.watched)))
                ordered = True

    def _await_beginning(self, *, ordered: bool) -> None:
        """Pass over what is still said of an exploration that is void, because another was ordered."""
        wanted = sorted(self._judge.watched)
        while True:
            match self._witness.message():
                case Begun(watched) if sorted(watched) == wanted:
                    return
                case str() | Refused() as lost:
                    raise _EndedError(lost)
                case Finding() as ended if not ordered:
                    raise _EndedError(ended)
                case Run() if not ordered:
                    raise ForgedError("surplus", "before the beginning")

    def _judged(self) -> Finding | Refused | Lost:
        """Follow the search to its end, or to the first failure."""
        self._widest = ()
        search = Search(lambda: self._next(search))
        self._counts = search.counts
        try:
            for result in search.results():
                execution = result.execution
                assert isinstance(execution, Replica)
                before = self._judge.most_at_once
                failure = self._judge.of_result(execution, result, self._again)
                if self._judge.most_at_once > before or not self._widest:
                    self._widest = result.schedule
                if failure is not None:
                    return self._broken(failure, result.schedule)
        except NotRepeatableError as error:
            raise ForgedError("contradicts", f"step {error.args[0]}") from None
        return self._complete()

    def _next(self, search: Search) -> Replica:
        """The execution that the search asks for, as the witness tells it."""
        while True:
            match self._witness.message():
                case Run() as run:
                    depth = search.depth
                    del self._points[depth:]
                    self._points += run.points
                    self._end = run.end
                    if len(self._points) > self._request.longest + 1:
                        raise ForgedError("surplus", f"execution {self._counts.executions}")
                    if len(run.points) != len(run.actors) + (depth == 0):
                        raise ForgedError("missing", f"execution {self._counts.executions}")
                    return Followed(self._points, self._judge.watched, run, self._program.disk)
                case Begun(watched):
                    if set(watched) != self._judge.watched:
                        raise ForgedError("contradicts", "watched")
                    raise _AnewError
                case Ready() | Progress():
                    continue
                case Paused():
                    raise ForgedError("missing", "executions")
                case ended:
                    raise _EndedError(ended)

    def _again(self) -> Replica:
        return Replica(self._points, self._judge.watched, self._end, self._program.disk)

    # --- Verdicts -------------------------------------------------------------------------------

    def _complete(self) -> Finding | Refused | Lost:
        """All was tried, and nothing was wrong in it."""
        reply = self._answer()
        if not isinstance(reply, Finding) or reply.verdict is not Verdict.HOLDS:
            return self._believed(reply)
        few, judge = self._judge.too_few(), self._judge
        if few is not None:
            fields = {"rule": "at-once", "least": few.least, "reached": judge.most_at_once}
            own = self._in_words(Report(Verdict.BROKEN, "rule", complete=True, fields=fields))
            order = Tell(list(self._widest), "rule", "at-once", few.least, judge.most_at_once)
            return self._with_story(own, self._told(order))
        unjudged = judge.unjudged()
        if unjudged is not None:
            raise ValueError(f"the rule {unjudged!r} looks at what the main module never has")
        verdict = Verdict.BOUNDED if judge.notes else Verdict.HOLDS
        return self._in_words(Report(verdict, complete=not judge.notes))

    def _answer(self) -> Finding | Refused | Lost:
        """What the witness concludes, now that it has nothing more to tell."""
        while True:
            match self._witness.message():
                case Progress() | Ready():
                    continue
                case Finding() | Refused() | str() as reply:
                    return reply
                case surplus:
                    raise ForgedError("surplus", type(surplus).__name__)

    def _believed(self, reply: Finding | Refused | Lost) -> Finding | Refused | Lost:
        """What the witness says itself, made harmless; that a program holds is not for it to say."""
        if isinstance(reply, Refused):
            return Refused(harmless.plain(reply.message), reply.line)
        if not isinstance(reply, Finding):
            return reply
        if reply.verdict is Verdict.HOLDS:
            raise ForgedError("claimed", "holds")
        return self._harmless(reply)

    def _broken(self, failure: Failure, schedule: tuple[Actor, ...]) -> Finding | Refused | Lost:
        """It goes wrong: have the simplest such execution told."""
        ours = limit_of_ours(failure, self._program.names)
        if ours:
            return self._in_words(Report(Verdict.INCONCLUSIVE, ours))
        if failure.kind not in ("rule", "end"):
            reply = self._witness.reply()  # it has seen that, too, and tells it
            if isinstance(reply, Finding) and reply.verdict is not Verdict.HOLDS:
                return self._believed(reply)
        self._pause()
        if failure.kind in ("rule", "end") and failure.detail != "at-once":
            schedule = self._shortest(failure, schedule)
        order = Tell(list(schedule), failure.kind, failure.detail)
        if failure.detail == "at-once":
            reached = self._judge.most_at_once
            order = Tell(list(self._judge.crowd), failure.kind, failure.detail, reached=reached)
        told = self._told(order)
        report = Report(Verdict.BROKEN, failure.kind, fields={"detail": failure.detail})
        return self._with_story(self._in_words(report), told)

    def _with_story(self, own: Finding, told: Finding | None) -> Finding:
        """The referee's own finding, and with it the story that the witness tells, if it does."""
        if told is None:
            return own
        return msgspec.structs.replace(
            self._harmless(told),
            verdict=own.verdict,
            kind=own.kind,
            executions=own.executions,
            seconds=own.seconds,
            notes=own.notes,
            at_once=own.at_once,
            fields={**self._harmless(told).fields, **own.fields},
        )

    def _pause(self) -> None:
        """Have the witness wait for orders."""
        self._witness.allow(STORY_SECONDS)
        self._witness.order(Pause())
        while not isinstance(self._witness.message(), (Finding, Refused, Paused, str)):
            pass

    def _shortest(self, failure: Failure, known: tuple[Actor, ...]) -> tuple[Actor, ...]:
        tree = Tree(self._witness, self._judge.watched, self._program.disk)
        try:
            return shortest(
                tree.execution,
                self._judge.shows(failure),
                known,
                all_end=failure.kind == "end",
                expect=tree.expect,
            )
        except (ForgedError, NotRepeatableError):
            return known
        except Halt as halt:
            if halt.reason == AGAIN:
                raise
            return known

    def _told(self, order: Tell) -> Finding | None:
        """The story, if it is to be had."""
        self._witness.allow(STORY_SECONDS)
        self._witness.order(order)
        reply = self._witness.reply()
        if isinstance(reply, Finding) and reply.verdict is Verdict.BROKEN:
            return reply
        return None

    # --- In words -------------------------------------------------------------------------------

    def _in_words(self, report: Report) -> Finding:
        """A report of the referee's own."""
        judge = self._judge
        whole = replace(
            report,
            executions=self._counts.executions,
            seconds=time.perf_counter() - self._begun,
            notes=tuple(sorted(judge.notes)),
            at_once=judge.most_at_once,
            start_method=self._request.start_method if judge.starts else "",
        )
        return finding(self._request, whole, self._program)

    def _inconclusive(self, error: ForgedError) -> Finding:
        """No verdict: what the witness says cannot be true."""
        fields = {"what": error.args[0], "detail": harmless.plain(str(error.args[1]))[:80]}
        return self._in_words(Report(Verdict.INCONCLUSIVE, "forged", fields=fields))

    def _harmless(self, told: Finding) -> Finding:
        """What the witness has written for people, without what could do them harm."""
        story = harmless.fragment(told.html)
        plain = harmless.plain
        return msgspec.structs.replace(
            told,
            kind=plain(told.kind),
            schedule=plain(told.schedule),
            html=html.styled(story) if story else "",
            transcript=plain(told.transcript, color=self._request.color),
            message=plain(told.message),
            notes=[plain(each) for each in told.notes],
            fields={plain(name): plain(each) for name, each in told.fields.items()},
            outcomes={},
        )
