"""What a lesson's code finds as ``course.cores`` while it is explored: two cores, on every machine."""

__all__ = ["usable_cores"]


def usable_cores() -> int:
    """Two."""
    return 2
