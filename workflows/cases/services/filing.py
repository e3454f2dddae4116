"""Filing a complaint: from a citizen's answers to a receipt that is never lost."""

import hashlib
import json
from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from workflows.cases.models import Complaint, EventKind, Kind
from workflows.cases.numbers import new_number
from workflows.cases.services.history import append_event
from workflows.cases.tracking import code_digest, derive_code
from workflows.opd.models import Category, Opd, Village
from workflows.opd.selectors import coordinating_opd

NUMBER_TRIES = 20  # at a million complaints one try in a hundred meets a number in use


@dataclass(frozen=True, kw_only=True)
class Report:
    """What a citizen answered, checked by the form that asked."""

    kind: Kind
    title: str
    story: str
    category: Category
    event_date: date | None = None
    village: Village | None = None
    place: str = ""
    requested_opd: Opd | None = None
    name: str = ""
    email: str = ""
    phone: str = ""
    anonymous: bool = False
    secret: bool = False

    def canonical(self) -> bytes:
        """Return the answers in one form, so that equal answers are equal bytes."""
        answers = {
            "kind": str(self.kind),
            "title": self.title,
            "story": self.story,
            "category": self.category.pk,
            "event_date": self.event_date and self.event_date.isoformat(),
            "village": self.village and self.village.pk,
            "place": self.place,
            "requested_opd": self.requested_opd and self.requested_opd.pk,
            "reporter": [] if self.anonymous else [self.name, self.email, self.phone],
            "anonymous": self.anonymous,
            "secret": self.secret,
        }
        return json.dumps(answers, sort_keys=True).encode()


@dataclass(frozen=True)
class Receipt:
    """What the reporter takes home. The code is shown here and stored nowhere."""

    complaint: Complaint
    tracking_code: str
    created: bool  # False when the same form had been sent before


def file_complaint(
    *,
    report: Report,
    submission_key: str,
    language: str = "id",
    at: datetime | None = None,
    quiet: bool = False,
) -> Receipt:
    """File a complaint, once, and return its receipt.

    `submission_key` is the random key of the form that was shown. Sending the same answers with
    the same key again, also at the same moment, gives the same complaint and the same receipt;
    changed answers are another complaint. A reporter who wants to be anonymous leaves neither
    name nor contact; a category may make the complaint secret by itself.

    Side effects: one transaction writes complaint and first event and, unless `quiet`, enqueues
    the announcement to the coordinators. Raises ImproperlyConfigured when no OPD coordinates.
    """
    submission = submission_key.encode() + b"\0" + report.canonical()
    code = derive_code(submission)
    digest = hashlib.sha256(submission).hexdigest()
    if existing := Complaint.objects.filter(submission_digest=digest).first():
        return Receipt(existing, code, created=False)
    moment = at or timezone.now()
    for _ in range(NUMBER_TRIES):
        complaint = _draft(report, moment, language)
        complaint.number = new_number()
        complaint.submission_digest = digest
        complaint.tracking_digest = code_digest(code)
        try:
            with transaction.atomic():
                _write(complaint, moment, quiet)
        except IntegrityError:
            # Either the same form arrived at the same moment, or the number is in use.
            if existing := Complaint.objects.filter(submission_digest=digest).first():
                return Receipt(existing, code, created=False)
            if not Complaint.objects.filter(number=complaint.number).exists():
                raise
        else:
            return Receipt(complaint, code, created=True)
    raise RuntimeError("no free report number found")


def _draft(report: Report, moment: datetime, language: str) -> Complaint:
    complaint = Complaint(
        kind=report.kind,
        title=report.title,
        story=report.story,
        event_date=report.event_date,
        village=report.village,
        place=report.place,
        category=report.category,
        requested_opd=report.requested_opd,
        opd=coordinating_opd(),
        anonymous=report.anonymous,
        secret=report.secret or report.category.secret_by_default,
        language=language,
        filed_at=moment,
    )
    if not report.anonymous:
        complaint.reporter_name = report.name
        complaint.reporter_email = report.email
        complaint.reporter_phone = report.phone
    return complaint


def _write(complaint: Complaint, moment: datetime, quiet: bool) -> None:
    complaint.save(force_insert=True)
    append_event(complaint, kind=EventKind.FILED, at=moment, actor_role="reporter", quiet=quiet)
