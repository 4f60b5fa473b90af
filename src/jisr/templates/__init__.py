"""A library of task templates: tasks as others have planned them, with sources, that a plan can start from.

Not for: checking or computing a plan. In: the library, names of templates. Out: templates, a plan to edit. May enter: the
public API and the generated reference; this one imports `plan`.
"""

from jisr.templates.library import task_templates
from jisr.templates.starting_plan import starting_plan
from jisr.templates.task_template import DemandTemplate, Library, NeedTemplate, TaskTemplate, TemplateTaskNeed

__all__ = [
    "DemandTemplate",
    "Library",
    "NeedTemplate",
    "TaskTemplate",
    "TemplateTaskNeed",
    "starting_plan",
    "task_templates",
]
