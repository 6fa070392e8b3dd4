"""``python -m benchmarks``: run them all."""

from __future__ import annotations

from benchmarks import checks, children, explore, grading

if __name__ == "__main__":
    checks.main([])
    print()
    children.main()
    print()
    explore.main()
    print()
    grading.main([])
