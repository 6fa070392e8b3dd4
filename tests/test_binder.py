"""What Binder makes of this tree, as repo2docker's own build pack says."""

from __future__ import annotations

import re
import tomllib

import pytest
from repo2docker.app import Repo2Docker
from repo2docker.buildpacks import CondaBuildPack

from tests.lessons import COURSE


@pytest.fixture
def pack(monkeypatch: pytest.MonkeyPatch) -> CondaBuildPack:
    """The build pack that environment.yml selects."""
    monkeypatch.chdir(COURSE)
    pack = CondaBuildPack(Repo2Docker().base_image)
    pack.platform = "linux/amd64"
    return pack


def test_the_root_environment_is_the_one_that_counts(pack: CondaBuildPack) -> None:
    """A binder/ folder would hide it."""
    assert pack.detect()
    assert not (COURSE / "binder").exists()
    assert not (COURSE / ".binder").exists()


def test_python_is_pinned_to_a_supported_one(pack: CondaBuildPack) -> None:
    """repo2docker's default may be too old for the course."""
    pinned = tuple(map(int, pack.python_version.split(".")))
    project = tomllib.loads((COURSE / "pyproject.toml").read_text("utf-8"))["project"]
    assert pinned >= tuple(map(int, project["requires-python"].lstrip(">=").split(".")))


def test_the_dockerfile_installs_environment_course_and_settings(pack: CondaBuildPack) -> None:
    """The environment from the lock, then postBuild, with start before everything that runs."""
    dockerfile = pack.render()
    assert "environment.yml" in dockerfile
    # The lock is part of the tree: it must be copied before the environment is made.
    copied = dockerfile.index("COPY --chown=1000:1000 src/")
    made = dockerfile.index("env update")
    assert copied < made
    assert "RUN ./postBuild" in dockerfile
    assert 'ENV R2D_ENTRYPOINT="${REPO_DIR}/start"' in dockerfile
    for script in ("postBuild", "start"):
        assert (COURSE / script).stat().st_mode & 0o111, f"{script} must be executable"


def test_the_environment_is_the_lock() -> None:
    """One place for versions, without addresses, and it covers what the project asks for."""
    assert "-r requirements.lock" in (COURSE / "environment.yml").read_text("utf-8")
    project = tomllib.loads((COURSE / "pyproject.toml").read_text("utf-8"))["project"]
    asked = {
        "requirements.lock": project["dependencies"],
        "requirements-test.lock": [
            *project["dependencies"],
            *project["optional-dependencies"]["test"],
        ],
    }
    for name, wanted in asked.items():
        lines = (COURSE / name).read_text("utf-8").splitlines()
        pins = {line.split("==")[0] for line in lines}
        assert all(re.match(r"^[a-z0-9][\w.-]*==[\w.+!]+( ;.*)?$", line) for line in lines)
        assert {re.split(r"[<>=!~ ;\[]", each)[0] for each in wanted} <= pins
