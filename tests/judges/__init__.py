"""Judges of finished files that use nothing of the writers, so that the two can disagree."""
