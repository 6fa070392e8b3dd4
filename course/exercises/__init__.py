"""The exercises of every lesson, a module each; `autograder` finds them by entry point."""
