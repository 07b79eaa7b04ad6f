"""What holds for the whole suite: nothing in it depends on a clock."""

from hypothesis import settings

settings.register_profile("suite", deadline=None)  # a slow machine is no fault of an example
settings.load_profile("suite")
