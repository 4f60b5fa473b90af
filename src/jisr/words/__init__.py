"""The only place that turns values into text: languages, numbers, dates, direction.

Not for: layout. In: keys and values. Out: text. May enter: the rooms below; this one knows findings and nothing else.
"""

from jisr.words.finding_text import finding_text, finding_title, remedy_text
from jisr.words.languages import LANGUAGES, direction
from jisr.words.words import MissingWordError, Words

__all__ = [
    "LANGUAGES",
    "MissingWordError",
    "Words",
    "direction",
    "finding_text",
    "finding_title",
    "remedy_text",
]
