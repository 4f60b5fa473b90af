"""Documents of an assessment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from jisr.api.assessing import assessment_of
from jisr.api.beside import Beside, beside_of, bundle_of
from jisr.api.comparing import between
from jisr.api.whole_file import write_whole
from jisr.api.workspaces import example_folder
from jisr.plan import Plan

if TYPE_CHECKING:
    from jisr.assessment import Assessment, Executor
    from jisr.comparison import Difference, Reach, Sensitivity

__all__ = ["check_documents", "demo", "report", "write_report"]


def report(
    path: Path | str,
    folder: Path | str,
    *,
    to: Sequence[str] = ("html",),
    languages: Sequence[str] = ("en",),
    against: Path | str | None = None,
) -> list[Path]:
    """Write the documents of an assessment into a folder; returns their paths.

    Parameters: `against` another workspace or bundle; then the documents begin with what changed.

    Raises:
        PlanError: the plan cannot be computed, or cannot be held against the other.
        KeyError: no such format or language.
        OSError: the folder cannot be written.
    """
    check_documents(to, languages)
    plan, assessment = assessment_of(path)
    difference = None if against is None else between(assessment_of(against), (plan, assessment))
    beside = beside_of(plan, assessment, path=Path(path))
    return write_report(
        plan, assessment, Path(folder), to=to, languages=languages, difference=difference, beside=beside
    )


def check_documents(to: Sequence[str], languages: Sequence[str]) -> None:
    """See that there are such formats and languages, before anything is computed.

    Raises:
        KeyError: there is none; with what there is.
    """
    from jisr.report import RENDERERS
    from jisr.words import LANGUAGES

    for asked, known, what in ((to, RENDERERS, "format"), (languages, LANGUAGES, "language")):
        for one in asked:
            if one not in known:
                msg = f"{what} {one!r}; there is {', '.join(known)}"
                raise KeyError(msg)


def write_report(  # noqa: PLR0913 - the options of the verb
    plan: Plan,
    assessment: Assessment,
    folder: Path,
    *,
    to: Sequence[str] = ("html",),
    languages: Sequence[str] = ("en",),
    difference: Difference | None = None,
    beside: Beside | None = None,
    reach: Reach | None = None,
    sensitivity: Sensitivity | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> list[Path]:
    """Write the documents of an assessment that is already there: all of them, or none.

    Parameters: `difference` from another assessment, shown before all else and written as JSON too; `beside` what
    separates the sides and the joint reach; `reach`, in its place, and `sensitivity` sections of their own, and JSON too.

    Raises:
        KeyError: no such format or language.
        OSError: the folder cannot be written.
    """
    from jisr.assessment import to_json
    from jisr.comparison import DIFFERENCE_SCHEMA, REACH_SCHEMA, SENSITIVITY_SCHEMA
    from jisr.report import RENDERERS, difference_section, reach_section, sensitivity_section
    from jisr.words import Words

    check_documents(to, languages)
    wanted = [(kind, language) for kind in dict.fromkeys(to) for language in dict.fromkeys(languages)]
    apart, joint = (beside.apart, beside.joint) if beside else (None, None)
    made: dict[str, bytes] = {}
    for done, (kind, language) in enumerate(wanted):
        if progress is not None:
            progress("documents", done, len(wanted))
        name = f"{assessment.plan.id}{'' if language == 'en' else '-' + language}.{kind}"
        words = Words(language)
        added = [difference_section(difference, assessment, words)] if difference else []
        told = reach or joint
        added += [reach_section(told, words)] if told else []
        added += [sensitivity_section(sensitivity, words)] if sensitivity else []
        made[name] = RENDERERS[kind](plan, assessment, words, added, apart)
    for name, schema, result in (
        ("difference", DIFFERENCE_SCHEMA, difference),
        ("reach", REACH_SCHEMA, reach),
        ("sensitivity", SENSITIVITY_SCHEMA, sensitivity),
    ):
        if result is not None:
            made[f"{assessment.plan.id}-{name}.json"] = to_json(schema, result).encode()
    return [write_whole(folder / name, content) for name, content in made.items()]


def demo(
    folder: Path | str = "jisr-demo",
    progress: Callable[[str, int, int], None] | None = None,
    executor: Executor | None = None,
) -> tuple[Assessment, list[Path]]:
    """The worked case, assessed and reported: the page and the bundle.

    Raises:
        OSError: the folder cannot be written.
    """
    from jisr import __version__

    plan, assessment = assessment_of(example_folder("iraq-2024"), progress, executor)
    beside = beside_of(plan, assessment, executor=executor, progress=progress)
    written = write_report(plan, assessment, Path(folder), beside=beside)
    bundle = bundle_of(plan, assessment, beside, __version__)
    return assessment, [*written, write_whole(Path(folder) / f"{assessment.plan.id}.jisr", bundle)]
