"""The demo city's reports as fixtures/complaints/ tells them, checked while they are read."""

import re
from dataclasses import dataclass

from portal.demo.sources import FIXTURES, parse_text
from workflows.cases.models import Kind

STEP = re.compile(r"^## (verify|start|resolve|archive) \+(\d+)(?: ([A-Z]+))?$", re.MULTILINE)
NOTE = re.compile(r"^note: (.+)\n?", re.MULTILINE)
FLAGS = {"anonymous", "secret", "unpublished"}


@dataclass(frozen=True)
class Step:
    """What an office did, so many working days after what came before."""

    transition: str
    working_days: int
    opd: str  # code of the department of a disposition
    answer: str
    note: str


@dataclass(frozen=True)
class DemoReport:
    """One report with its life so far; times are working days before today."""

    key: str
    category: str
    title: str
    story: str
    header: dict[str, str]
    flags: frozenset[str]
    filed: int
    steps: tuple[Step, ...]

    @property
    def kind(self) -> Kind:
        """The class of report."""
        return Kind(self.header.get("kind", Kind.COMPLAINT))

    @property
    def is_for_trying(self) -> bool:
        """Whether its number and code are printed, to try the tracking page.

        Such a report has no date of an event, so that its answers are equal on every day.
        """
        return self.header.get("trial") == "yes"


def read_reports() -> list[DemoReport]:
    """Return the reports of all categories, those filed longest ago first.

    Raises ValueError, naming the report, when one is told in a way that cannot have happened.
    """
    found = []
    for path in sorted((FIXTURES / "complaints").glob("*.md")):
        for source in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, rest = source.partition("\n")
            try:
                found.append(_report(path.stem, title.strip(), rest))
            except (KeyError, ValueError) as error:
                raise ValueError(f"{path.name}, {title!r}: {error}") from error
    return sorted(found, key=lambda report: (-report.filed, report.key))


def _report(category: str, title: str, source: str) -> DemoReport:
    told, *acts = STEP.split(source)
    text = parse_text(told)
    report = DemoReport(
        key=text.header["key"],
        category=category,
        title=title,
        story=text.content,
        header=text.header,
        flags=frozenset(text.header.get("flags", "").split()),
        filed=int(text.header["filed"]),
        steps=tuple(_steps(acts)),
    )
    _check(report)
    return report


def _steps(acts: list[str]) -> list[Step]:
    groups = zip(acts[::4], acts[1::4], acts[2::4], acts[3::4], strict=True)
    return [
        Step(
            transition=transition,
            working_days=int(days),
            opd=opd or "",
            answer=NOTE.sub("", text).strip(),
            note=" ".join(NOTE.findall(text)),
        )
        for transition, days, opd, text in groups
    ]


def _check(report: DemoReport) -> None:
    if unknown := report.flags - FLAGS:
        raise ValueError(f"unknown flags {sorted(unknown)}")
    if any(step.working_days < 1 for step in report.steps):
        raise ValueError("an office acts at the earliest on the next working day: +1")
    if report.steps and sum(step.working_days for step in report.steps) >= report.filed:
        raise ValueError("the last step would not lie before today")
    if report.is_for_trying and "event" in report.header:
        raise ValueError("a report for trying has no event: its code would change every day")
    if "anonymous" in report.flags and report.header.keys() & {"name", "email", "phone"}:
        raise ValueError("an anonymous reporter leaves no name or contact")
