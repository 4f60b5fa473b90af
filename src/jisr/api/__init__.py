"""The public Python API: one function per question of a user, one file per kind of question.

Not for: rules, numbers, sentences. In: paths, plans, options. Out: plans, findings, assessments, files. May enter: the
command line and the server, which use nothing else; this one imports every room.
"""

from jisr.api.assessing import WHAT_IF_DRAWS, assess, assessment_of, board, explain, what_if
from jisr.api.beside import Beside, beside_of, bundle_of
from jisr.api.checking import bundle_findings, check, checked, load, open_plan
from jisr.api.comparing import between, compare, difference_of
from jisr.api.describing import doctor, measures, schema, table_names
from jisr.api.fetching import threat_fetch, threat_panel
from jisr.api.forecasting import ThreatForecast, threat_backtest, threat_forecast, threat_models
from jisr.api.misfit import MisfitError
from jisr.api.reaching import reach, reach_in, reach_of, sensitivity, sensitivity_in, sensitivity_of
from jisr.api.reporting import check_documents, demo, report, write_report
from jisr.api.scoring import score
from jisr.api.whole_file import check_target, write_whole
from jisr.api.workspaces import EXAMPLES, example_folder, new, task_templates

__all__ = [
    "EXAMPLES",
    "WHAT_IF_DRAWS",
    "Beside",
    "MisfitError",
    "ThreatForecast",
    "assess",
    "assessment_of",
    "beside_of",
    "between",
    "board",
    "bundle_findings",
    "bundle_of",
    "check",
    "check_documents",
    "check_target",
    "checked",
    "compare",
    "demo",
    "difference_of",
    "doctor",
    "example_folder",
    "explain",
    "load",
    "measures",
    "new",
    "open_plan",
    "reach",
    "reach_in",
    "reach_of",
    "report",
    "schema",
    "score",
    "sensitivity",
    "sensitivity_in",
    "sensitivity_of",
    "table_names",
    "task_templates",
    "threat_backtest",
    "threat_fetch",
    "threat_forecast",
    "threat_models",
    "threat_panel",
    "what_if",
    "write_report",
    "write_whole",
]
