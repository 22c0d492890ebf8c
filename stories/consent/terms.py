"""News about stories. A notice never holds a word of a story, its title neither (4-quality.md rule 2)."""

from datetime import timedelta

ASK_FIRST, ASK_LAST, ASK_HOW_IT_IS = timedelta(days=60), timedelta(days=14), timedelta(days=182)
