"""``datetime``: what time it is, by the virtual clock; everything else is the real thing."""

from __future__ import annotations

import datetime
import types
from typing import Any

from autograder.explorer.virtual.clock import EPOCH, now
from autograder.explorer.virtual.imports import module, virtual

UTC = datetime.timezone.utc  # noqa: UP017 - the class's own attribute is one name less


class _Kind(type):
    """Whatever is a real date is a virtual one."""

    _real: type

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls._real)

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, cls._real)


class Date(datetime.date, metaclass=_Kind):
    """``datetime.date``; its instances are real ones."""

    _real = datetime.date

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        """A real date."""
        return datetime.date(*arguments, **keywords)

    @classmethod
    def today(cls) -> Any:
        """The day on which the program began, unless it has slept long."""
        return _utc(EPOCH + now()).date()

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Any:
        """The day of a moment; every program runs in Greenwich."""
        return _utc(timestamp).date()


class DateTime(datetime.datetime, metaclass=_Kind):
    """``datetime.datetime``; its instances are real ones."""

    _real = datetime.datetime

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        """A real date and time."""
        return datetime.datetime(*arguments, **keywords)

    @classmethod
    def now(cls, tz: Any = None) -> Any:
        """What time it is."""
        return cls.fromtimestamp(EPOCH + now(), tz)

    @classmethod
    def utcnow(cls) -> Any:
        """What time it is, in Greenwich."""
        return cls.now()

    @classmethod
    def today(cls) -> Any:
        """What time it is."""
        return cls.now()

    @classmethod
    def fromtimestamp(cls, timestamp: float, tz: Any = None) -> Any:
        """The time of a moment; every program runs in Greenwich."""
        moment = _utc(timestamp)
        return moment.replace(tzinfo=None) if tz is None else moment.astimezone(tz)


def _utc(timestamp: float) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(timestamp, UTC)


@virtual("datetime")
def _datetime() -> types.ModuleType:
    return module(
        "datetime",
        {
            "date": Date,
            "datetime": DateTime,
            "time": datetime.time,
            "timedelta": datetime.timedelta,
            "timezone": datetime.timezone,
            "tzinfo": datetime.tzinfo,
            "MINYEAR": datetime.MINYEAR,
            "MAXYEAR": datetime.MAXYEAR,
            "UTC": UTC,
        },
    )
