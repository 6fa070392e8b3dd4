"""The course as nbgrader sees it; ``nbgrader`` and JupyterLab find this file by standing beside it.

Environment variables change it: ``BAOZI_LANG`` (``zh`` or ``en``) says which language
``generate_assignment`` and the formgrader's Generate button release; ``BAOZI_CLASS`` names the
folder of a real class, with its ``submitted/`` in it, in place of this one; ``BAOZI_STOCK=1`` grades
in a kernel, as nbgrader does without us; ``BAOZI_WALLS=required`` refuses to grade where the walls
around learners' code cannot stand (``python -m autograder doctor``). ``class.toml`` in the class's folder sets due dates and what
lateness costs.
"""

import os
import tomllib
from pathlib import Path

from nbgrader.converters import Autograde, GenerateAssignment
from nbgrader.preprocessors import Execute

from autograder.exam import GradeInExam
from autograder.language import KeepLanguage
from autograder.late import LatePenalty
from autograder.links import RefuseLinks
from autograder.restore import RestoreCells

HERE = Path(__file__).resolve().parent
CLASS = Path(os.environ.get("BAOZI_CLASS") or HERE).resolve()
LANGUAGE = os.environ.get("BAOZI_LANG") or "zh"

c = get_config()  # noqa: F821 - given by traitlets

# --- Folders -------------------------------------------------------------------------------------
c.CourseDirectory.course_id = "baozi"
c.CourseDirectory.root = str(CLASS)
c.CourseDirectory.source_directory = str(HERE / "source")
c.CourseDirectory.release_directory = str(CLASS / "release" / LANGUAGE)
c.CourseDirectory.db_url = f"sqlite:///{CLASS / 'gradebook.db'}"

# Release and collect work on one machine, without root: the exchange is a folder of the course.
c.Exchange.root = str(CLASS / "exchange")
c.ExchangeFactory.exchange = "nbgrader.exchange.default.exchange.Exchange"
if os.access(CLASS, os.W_OK):
    (CLASS / "exchange").mkdir(mode=0o777, exist_ok=True)

# --- From source to release ----------------------------------------------------------------------
c.KeepLanguage.language = LANGUAGE
# nbgrader's own steps, behind the one that keeps a single language.
c.GenerateAssignment.preprocessors = [
    KeepLanguage,
    *GenerateAssignment.class_traits()["preprocessors"].default(),
]
c.ClearSolutions.code_stub = {
    "python": "# 在这里写代码 / your code here\nraise NotImplementedError()"
}
# One stub for both languages, so that an untouched answer is known in either.
c.ClearSolutions.text_stub = "在这里写下你的回答。 / Write your answer here."

# --- Grading -------------------------------------------------------------------------------------
c.Autograde.sanitize_preprocessors = [
    RefuseLinks,
    RestoreCells,
    *Autograde.class_traits()["sanitize_preprocessors"].default(),
]
if not os.environ.get("BAOZI_STOCK"):
    c.Autograde.autograde_preprocessors = [
        GradeInExam if step is Execute else step
        for step in Autograde.class_traits()["autograde_preprocessors"].default()
    ]
c.GradeInExam.walls = os.environ.get("BAOZI_WALLS") or "best"
c.GradeInExam.secret = [str(HERE / "source"), str(HERE / ".git"), str(HERE / "tests"), str(CLASS)]
c.Execute.timeout = 60
c.Validator.width = 100

# --- Due dates and lateness ----------------------------------------------------------------------
LATE = {}
if (CLASS / "class.toml").exists():
    LATE = tomllib.loads((CLASS / "class.toml").read_text("utf-8")).get("late", {})
c.AssignLatePenalties.plugin_class = LatePenalty
c.LatePenalty.per_day = float(LATE.get("per_day", 0.0))
c.LatePenalty.grace_minutes = float(LATE.get("grace_minutes", 15.0))
