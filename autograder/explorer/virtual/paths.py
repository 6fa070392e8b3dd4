"""``pathlib``, and what little of ``shutil`` and ``tempfile`` falls out of it."""

from __future__ import annotations

import fnmatch
import os
import pathlib
import posixpath
import types
from collections.abc import Iterator
from typing import Any, Self, cast

from autograder.explorer.doing import current, unsupported
from autograder.explorer.families.disk import HOME, normal
from autograder.explorer.virtual import disk, system
from autograder.explorer.virtual.files import open_
from autograder.explorer.virtual.imports import module, virtual


class Path(pathlib.PurePosixPath):
    """``pathlib.Path``, on the virtual disk."""

    def __new__(cls, *arguments: Any, **keywords: Any) -> Self:
        """A path; of the kind that there is here."""
        kind: Any = PosixPath if cls is Path else cls
        return cast("Self", super().__new__(kind, *arguments, **keywords))

    def __fork__(self, _copier: Any) -> Path:
        return self

    @classmethod
    def cwd(cls) -> Path:
        """Where every program runs."""
        return cls(HOME)

    @classmethod
    def home(cls) -> Path:
        """The same."""
        return cls(HOME)

    def open(
        self,
        mode: str = "r",
        buffering: int = -1,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> Any:
        """Open the file."""
        return open_(self, mode, buffering, encoding, errors, newline)

    def read_text(
        self, encoding: str | None = None, errors: str | None = None, newline: str | None = None
    ) -> str:
        """All of its text."""
        with self.open("r", -1, encoding, errors, newline) as file:
            return str(file.read())

    def read_bytes(self) -> bytes:
        """All of its bytes."""
        with self.open("rb", 0) as file:
            return bytes(file.readall())

    def write_text(
        self,
        data: str,
        encoding: str | None = None,
        errors: str | None = None,
        newline: str | None = None,
    ) -> int:
        """Replace all of its text."""
        if not isinstance(data, str):
            raise TypeError(f"data must be str, not {type(data).__name__}")
        with self.open("w", -1, encoding, errors, newline) as file:
            return int(file.write(data))

    def write_bytes(self, data: Any) -> int:
        """Replace all of its bytes."""
        view = memoryview(data)
        with self.open("wb") as file:
            return int(file.write(view))

    def exists(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - theirs
        """Whether it is there."""
        return disk.exists(self)

    def is_file(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - theirs
        """Whether it is a file."""
        return disk.isfile(self)

    def is_dir(self, *, follow_symlinks: bool = True) -> bool:  # noqa: ARG002 - theirs
        """Whether it is a folder."""
        return disk.isdir(self)

    def is_symlink(self) -> bool:
        """There are none."""
        return False

    def stat(self, *, follow_symlinks: bool = True) -> os.stat_result:  # noqa: ARG002 - theirs
        """What ``os.stat`` says of it."""
        return system.stat_(self)

    lstat = stat

    def mkdir(self, mode: int = 0o777, parents: bool = False, exist_ok: bool = False) -> None:
        """Make a folder."""
        try:
            disk.mkdir(self, mode)
        except FileNotFoundError:
            if not parents or self.parent == self:
                raise
            self.parent.mkdir(parents=True, exist_ok=True)
            self.mkdir(mode, parents=False, exist_ok=exist_ok)
        except OSError:
            if not exist_ok or not self.is_dir():
                raise

    def rmdir(self) -> None:
        """Remove an empty folder."""
        disk.rmdir(self)

    def unlink(self, missing_ok: bool = False) -> None:
        """Remove the file."""
        try:
            disk.remove(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def touch(self, mode: int = 0o666, exist_ok: bool = True) -> None:  # noqa: ARG002 - theirs
        """Make an empty file, unless it is there."""
        open_(self, "ab" if exist_ok else "xb").close()

    def rename(self, target: Any) -> Path:
        """Give it another name."""
        disk.replace(self, target)
        return type(self)(target)

    replace = rename

    def iterdir(self) -> Iterator[Path]:
        """What is in the folder."""
        return iter([self / name for name in disk.listdir(self)])

    def glob(self, pattern: str, **_theirs: Any) -> Iterator[Path]:
        """What is in the folder and looks like `pattern`."""
        if "/" in pattern or "**" in pattern:
            unsupported(f"Path.glob({pattern!r})")
        names = disk.listdir(self) if self.is_dir() else []
        return iter([self / name for name in names if fnmatch.fnmatchcase(name, pattern)])

    def samefile(self, other: Any) -> bool:
        """Whether both lead to the same."""
        return disk.look(self) == disk.look(other)

    def absolute(self) -> Path:
        """The same path, from the root."""
        return type(self)(HOME) / self

    def resolve(self, strict: bool = False) -> Path:
        """The same path, from the root, without detours."""
        if strict and not self.exists():
            raise FileNotFoundError(2, os.strerror(2), str(self))
        return type(self)(normal(str(self)))

    def expanduser(self) -> Path:
        """The same path, where ``~`` is the home folder."""
        return (
            type(self)(posixpath.join(HOME, *self.parts[1:])) if self.parts[:1] == ("~",) else self
        )


class PosixPath(Path):
    """``pathlib.PosixPath``."""


@virtual("pathlib")
def _pathlib() -> types.ModuleType:
    pure = {
        name: getattr(pathlib, name) for name in ("PurePath", "PurePosixPath", "PureWindowsPath")
    }
    return module("pathlib", {**pure, "Path": Path, "PosixPath": PosixPath})


# --- Files as wholes ----------------------------------------------------------------------------


def copyfile(src: Any, dst: Any, **_theirs: Any) -> Any:
    """``shutil.copyfile``."""
    with open_(src, "rb") as source, open_(dst, "wb") as target:
        target.write(source.read())
    return dst


def copy(src: Any, dst: Any, **_theirs: Any) -> Any:
    """``shutil.copy``."""
    return copyfile(src, _inside(src, dst))


def move(src: Any, dst: Any, **_theirs: Any) -> Any:
    """``shutil.move``."""
    target = _inside(src, dst)
    disk.replace(src, target)
    return target


def _inside(src: Any, dst: Any) -> Any:
    """Where something goes that is put to `dst`, which may be a folder."""
    if disk.isdir(dst):
        return posixpath.join(os.fspath(dst), posixpath.basename(os.fspath(src)))
    return dst


def _fresh(suffix: str | None, prefix: str | None, folder: Any) -> str:
    process = current()
    name = f"{prefix or 'tmp'}{process.pid}_{process.count('temporary')}{suffix or ''}"
    return posixpath.join(os.fspath(folder or "/tmp"), name)  # noqa: S108 - a virtual one


def mkdtemp(suffix: str | None = None, prefix: str | None = None, dir: Any = None) -> str:  # noqa: A002 - theirs
    """``tempfile.mkdtemp``."""
    path = _fresh(suffix, prefix, dir)
    disk.mkdir(path)
    return path


class TemporaryDirectory:
    """``tempfile.TemporaryDirectory``; it goes when it is told to."""

    def __init__(
        self,
        suffix: str | None = None,
        prefix: str | None = None,
        dir: Any = None,  # noqa: A002 - theirs
        **_theirs: Any,
    ) -> None:
        self.name = mkdtemp(suffix, prefix, dir)

    def cleanup(self) -> None:
        """Remove it with all that is in it."""
        disk.rmtree(self.name, ignore_errors=True)

    def __enter__(self) -> str:
        return self.name

    def __exit__(self, *_error: object) -> None:
        self.cleanup()


@virtual("shutil")
def _shutil() -> types.ModuleType:
    names = {"copyfile": copyfile, "copy": copy, "copy2": copy, "move": move}
    return module("shutil", {**names, "rmtree": disk.rmtree})


@virtual("tempfile")
def _tempfile() -> types.ModuleType:
    return module(
        "tempfile",
        {
            "mkdtemp": mkdtemp,
            "TemporaryDirectory": TemporaryDirectory,
            "gettempdir": lambda: "/tmp",  # noqa: S108 - a virtual one
        },
    )


@virtual("glob")
def _glob() -> types.ModuleType:
    def glob(pathname: str, **_theirs: Any) -> list[str]:
        folder, pattern = posixpath.split(pathname)
        if set(folder) & set("*?["):
            unsupported(f"glob.glob({pathname!r})")
        return [posixpath.join(folder, path.name) for path in Path(folder).glob(pattern)]

    return module("glob", {"glob": glob, "iglob": lambda path: iter(glob(path))})
