"""When a teller is asked whether it is still right."""

from datetime import timedelta

ASK_FIRST, ASK_LAST, ASK_HOW_IT_IS = timedelta(days=60), timedelta(days=14), timedelta(days=182)
