"""The same examples on every run, and none kept on the disk: a test depends on nothing but the code."""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, database=None, deadline=None)
settings.load_profile("steady")
