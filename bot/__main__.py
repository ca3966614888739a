"""`python -m bot`: the command line."""

import gc

gc.disable()  # what is loaded now stays: to look for rubbish in it takes a seventh of the start

from bot.cli import main  # noqa: E402

gc.enable()
main()
