"""Filing the demo reports and moving them through their lives, as citizens and staff would."""

from datetime import datetime, timedelta

from django.contrib.auth import get_user_model
from django.utils import timezone

from portal.demo.reports import DemoReport, Step, read_reports
from portal.demo.schedule import Schedule, pick
from workflows.cases.models import Complaint
from workflows.cases.services import Receipt, Report, file_complaint, perform
from workflows.cases.tracking import code_matches
from workflows.opd.calendar import city_calendar
from workflows.opd.models import Category, Opd, Village

COORDINATOR = "koordinator"
HEADS_ANSWER = 6  # one answer in so many is signed by the head, where the department has one


class DemoFiling:
    """Files each report once; knows the city's departments, places and people by name."""

    def __init__(self, now: datetime | None = None) -> None:
        """Read the city once; `now` is the moment that all times are counted back from."""
        self.schedule = Schedule(city_calendar(), now or timezone.now())
        self.categories = {category.key: category for category in Category.objects.all()}
        self.villages = {village.name: village for village in Village.objects.all()}
        self.departments = {opd.code: opd for opd in Opd.objects.all()}
        self.people = {user.get_username(): user for user in get_user_model().objects.all()}

    def load(self) -> tuple[int, list[Receipt]]:
        """File what is missing; return how many were filed, and the receipts for trying.

        A report that was filed before, on whatever day, is not filed again.
        """
        filed = 0
        for_trying = []
        for told in read_reports():
            known = Complaint.objects.filter(title=told.title, story=told.story).first()
            if known is None:
                receipt = self._file(told)
                filed += 1
            elif told.is_for_trying:
                receipt = self._receipt(told, known.filed_at)
            if told.is_for_trying and _is_valid(receipt):
                for_trying.append(receipt)
        return filed, for_trying

    def _file(self, told: DemoReport) -> Receipt:
        moment = self.schedule.filed(told.key, told.filed)
        receipt = self._receipt(told, moment, quiet=bool(told.steps))
        complaint = receipt.complaint
        for number, step in enumerate(told.steps):
            moment = self.schedule.acted(f"{told.key}:{number}", moment, step.working_days)
            is_news = step.transition == "verify" and step is told.steps[-1]
            perform(
                complaint=complaint,
                transition=step.transition,
                by=self.people[self._actor(told, step)],
                answer=step.answer,
                note=step.note,
                opd=self.departments[step.opd] if step.opd else None,
                publish="unpublished" not in told.flags,
                at=moment,
                quiet=not is_news,  # staff is told of what waits for them, not of the past
            )
        return receipt

    def _receipt(self, told: DemoReport, moment: datetime, *, quiet: bool = True) -> Receipt:
        """File the report, or find it again: equal answers give an equal receipt."""
        return file_complaint(
            report=self._answers(told, moment),
            submission_key=f"demo:{told.key}",
            language=told.header.get("language", "id"),
            at=moment,
            quiet=quiet,
        )

    def _answers(self, told: DemoReport, moment: datetime) -> Report:
        header = told.header
        happened = None
        if "event" in header:
            happened = timezone.localdate(moment) - timedelta(days=int(header["event"]))
        return Report(
            kind=told.kind,
            title=told.title,
            story=told.story,
            category=self.categories[told.category],
            event_date=happened,
            village=self.villages[header["village"]] if "village" in header else None,
            place=header.get("place", ""),
            requested_opd=self.departments[header["asks"]] if "asks" in header else None,
            name=header.get("name", ""),
            email=header.get("email", ""),
            phone=header.get("phone", ""),
            anonymous="anonymous" in told.flags,
            secret="secret" in told.flags,
        )

    def _actor(self, told: DemoReport, step: Step) -> str:
        """Return whose act it was: the coordinator's, an officer's, sometimes the head's."""
        if step.transition in ("verify", "archive"):
            return COORDINATOR
        code = next(taken.opd for taken in told.steps if taken.opd).lower()
        head = f"pimpinan.{code}"
        by_head = step.transition == "resolve" and not pick(f"{told.key}:head", HEADS_ANSWER)
        return head if by_head and head in self.people else f"petugas.{code}"


def _is_valid(receipt: Receipt) -> bool:
    """Return whether the code opens the report; not after SECRET_KEY was changed."""
    return code_matches(receipt.tracking_code, receipt.complaint.tracking_digest)
