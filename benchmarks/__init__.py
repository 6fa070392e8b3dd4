"""What is measured, never asserted: machines differ, so read ratios within one run."""
