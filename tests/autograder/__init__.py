"""Tests of the package `autograder`."""
