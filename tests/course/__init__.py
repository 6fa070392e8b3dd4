"""Tests of the package `course`."""
