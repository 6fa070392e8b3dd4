"""``datetime``: what time it is, by the virtual clock; everything else is the real thing."""

from __future__ import annotations

import datetime as dt
import types
from typing import Any

from autograder.explorer.virtual.clock import EPOCH, now
from autograder.explorer.virtual.imports import module, virtual

UTC = dt.UTC


class _Kind(type):
    """Whatever is a real date is a virtual one."""

    _real: type

    def __instancecheck__(cls, value: object) -> bool:
        return isinstance(value, cls._real)

    def __subclasscheck__(cls, kind: type) -> bool:
        return issubclass(kind, cls._real)


class Date(dt.date, metaclass=_Kind):
    """``datetime.date``; its instances are real ones."""

    _real = dt.date

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        """A real date."""
        return dt.date(*arguments, **keywords)

    @classmethod
    def today(cls) -> Any:
        """The day on which the program began, unless it has slept long."""
        return _utc(EPOCH + now()).date()

    @classmethod
    def fromtimestamp(cls, timestamp: float, /) -> Any:
        """The day of a moment; every program runs in Greenwich."""
        return _utc(timestamp).date()


class DateTime(dt.datetime, metaclass=_Kind):
    """``datetime.datetime``; its instances are real ones."""

    _real = dt.datetime

    def __new__(cls, *arguments: Any, **keywords: Any) -> Any:
        """A real date and time."""
        return dt.datetime(*arguments, **keywords)  # noqa: DTZ001 - as the program has it

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


def _utc(timestamp: float) -> dt.datetime:
    return dt.datetime.fromtimestamp(timestamp, UTC)


@virtual("datetime")
def _datetime() -> types.ModuleType:
    return module(
        "datetime",
        {
            "date": Date,
            "datetime": DateTime,
            "time": dt.time,
            "timedelta": dt.timedelta,
            "timezone": dt.timezone,
            "tzinfo": dt.tzinfo,
            "MINYEAR": dt.MINYEAR,
            "MAXYEAR": dt.MAXYEAR,
            "UTC": UTC,
        },
    )
