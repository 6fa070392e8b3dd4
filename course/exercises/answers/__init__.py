"""Answer keys. A learner's tree has records of them instead: see :mod:`autograder.answer_key`."""
