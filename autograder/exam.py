"""Exam mode: grading without a kernel, learner code never beside what decides.

:class:`GradeInExam` takes the place of nbgrader's ``Execute`` in
``Autograde.autograde_preprocessors``. Learner cells are data to it: no demo is run, no sleep is
slept. Test cells, which nbgrader has restored from the gradebook by then, run in a referee process
(:mod:`autograder.referee`); what the referee calls of the learner's runs in subjects below it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from typing import Any

import msgspec
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader import utils
from nbgrader.preprocessors import NbGraderPreprocessor
from traitlets import Enum, Float, List, Unicode

from autograder import messages, referee, walls, warden
from autograder.messages import LANGUAGES, text
from autograder.referee import Case, GradedCell, Result
from autograder.scratch import sweep
from autograder.view import package_folders
from autograder.walls import Kind, WallsMissingError, Wish


class GradeInExam(NbGraderPreprocessor):
    """Fills in the outputs of test cells, from which nbgrader takes the points."""

    seconds = Float(600, help="How long one notebook's tests may take, in seconds.").tag(
        config=True
    )

    walls = Enum(
        [each.value for each in Wish],
        Wish.BEST.value,
        help="Walls around learners' code: none, the best there are here, or required: then nothing"
        " is graded where they cannot stand.",
    ).tag(config=True)

    secret = List(Unicode(), help="Folders that no learner's code may see, wherever they are.").tag(
        config=True
    )

    def preprocess(
        self, nb: NotebookNode, resources: dict[str, Any]
    ) -> tuple[NotebookNode, dict[str, Any]]:
        """Run the test cells of `nb` and set their outputs."""
        code = [cell for cell in nb.cells if cell.cell_type == "code"]
        for number, cell in enumerate(code, start=1):
            # As "Run All" would number them, so that "Cell In[7]" can be found on the page.
            cell.execution_count = number
            cell.outputs = []
        tests = [cell for cell in code if utils.is_grade(cell) and not utils.is_solution(cell)]
        hidden = {id(cell) for cell in tests}
        case = Case(
            language_of(nb),
            # Tests, the hidden ones too, are none of a learner's definitions.
            [(f"Cell In[{n}]", "" if id(c) in hidden else c.source) for n, c in enumerate(code, 1)],
            [GradedCell(cell.source, cell.execution_count - 1) for cell in tests],
            Wish(self.walls),
            list(self.secret),
            self._walls_there_are(),
        )
        for cell, result in zip(tests, self.judge(case), strict=True):
            cell.outputs = _outputs(result)
        return nb, resources

    def _walls_there_are(self) -> Kind | None:
        """What puts up walls here, found out once a run; None if the referee is to find out for itself.

        Where they did not stand, a busy machine may be why: then the next notebook has another try.
        """
        kind = Kind.NONE if self.walls == Wish.NONE.value else walls.kind()
        return None if kind is Kind.NONE else kind

    def judge(self, case: Case) -> list[Result]:
        """Results for all tests of `case`; failed ones if the referee did not live to tell."""
        if not case.tests:
            return []
        # -P: no file that stands where grading was started is taken for a module.
        command = [sys.executable, "-P", "-m", "autograder.referee"]
        guarded = [sys.executable, "-I", "-S", warden.__file__, str(self.seconds), *command]
        done = subprocess.run(
            guarded,
            input=msgspec.json.encode(case),
            capture_output=True,
            check=False,
            env={**os.environ, "PYTHONPATH": _where_we_are()},
        )
        if done.returncode == referee.NO_WALLS:
            raise WallsMissingError(text("doctor.refused"))
        try:
            results = msgspec.json.decode(done.stdout, type=list[Result])
        except msgspec.DecodeError:
            self.log.warning("The referee ended with %s: %s", done.returncode, done.stderr[-2000:])
            sweep()  # what it could not remove any more
            messages.use(case.language)
            lost = text("exam.referee-lost")
            return [Result("", "RefereeLost", lost, [lost])] * len(case.tests)
        return results


def _where_we_are() -> str:
    """The path that gives the referee this very package, whichever other is installed as well.

    Another one might know nothing of walls, and would run learners' code without any.
    """
    folders = (str(folder.parent) for folder in package_folders())
    return os.pathsep.join(filter(None, [*dict.fromkeys(folders), os.environ.get("PYTHONPATH")]))


def language_of(nb: NotebookNode) -> str:
    """The language a submission was read in, as its release noted; Chinese if it does not say."""
    noted = nb.metadata.get("baozi", {})
    language = noted.get("language") if isinstance(noted, dict) else None
    return language if language in LANGUAGES else LANGUAGES[0]


def _outputs(result: Result) -> list[NotebookNode]:
    outputs = []
    if result.printed:
        outputs.append(new_output("stream", name="stdout", text=result.printed))
    outputs += [new_output("display_data", data=picture) for picture in result.pictures]
    if result.error:
        outputs.append(
            new_output("error", ename=result.error, evalue=result.message, traceback=result.lines)
        )
    return outputs
