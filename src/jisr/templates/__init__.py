"""A library of task templates: tasks as others have planned them, with sources, that a plan can start from.

Not for: computing a plan. In: the library, names of templates. Out: templates, a plan to edit, what in a plan is still to replace. May
enter: the public API and the generated reference; this one imports `plan`.
"""

from jisr.templates.checks import checks
from jisr.templates.library import task_templates
from jisr.templates.starting_plan import starting_plan
from jisr.templates.task_template import DemandTemplate, Library, NeedTemplate, TaskTemplate, TemplateTaskNeed

__all__ = [
    "DemandTemplate",
    "Library",
    "NeedTemplate",
    "TaskTemplate",
    "TemplateTaskNeed",
    "checks",
    "starting_plan",
    "task_templates",
]
