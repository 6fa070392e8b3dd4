"""Mirrors the two packages; what they share stands here, beside the tests of whole lessons."""
