"""Small makers of what tests need; each fills in what the test does not care about."""

from itertools import count
from typing import Any

from django.contrib.auth import get_user_model

from workflows.cases.models import Complaint, Kind, Stage
from workflows.cases.services import Report, file_complaint, perform
from workflows.opd.models import Category, District, Membership, Opd, Role, Village

_numbers = count(1)


def make_opd(code: str = "", **fields: Any) -> Opd:
    """Make a department; the code defaults to a fresh one."""
    code = code or f"OPD{next(_numbers)}"
    defaults = {"short_name": code.title(), "name": f"Dinas {code.title()}"}
    return Opd.objects.create(code=code, **defaults | {"answers_for": "layanan"} | fields)


def make_category(key: str = "", **fields: Any) -> Category:
    """Make a category of complaints."""
    key = key or f"kategori-{next(_numbers)}"
    return Category.objects.create(key=key, **{"name": key.replace("-", " ").title()} | fields)


def make_village(name: str = "Tanah Garam") -> Village:
    """Make a kelurahan in a kecamatan of its own."""
    number = next(_numbers)
    district = District.objects.create(code=f"13.72.{number}", name="Lubuk Sikarah")
    return Village.objects.create(code=f"13.{number}.1", name=name, district=district)


def make_user(username: str = "", **fields: Any) -> Any:
    """Make an account without any role."""
    username = username or f"orang{next(_numbers)}"
    return get_user_model().objects.create_user(
        username=username, password="rahasia-sekali-123", **fields
    )


def make_member(role: Role, opd: Opd, username: str = "", **fields: Any) -> Any:
    """Make an account that holds a role in a department."""
    user = make_user(username or f"{role}.{opd.code.lower()}.{next(_numbers)}", **fields)
    Membership.objects.create(user=user, opd=opd, role=role)
    return user


def make_report(**fields: Any) -> Report:
    """Make the answers of a citizen; needs a category or makes one."""
    answers: dict[str, Any] = {
        "kind": Kind.COMPLAINT,
        "title": "Jalan berlubang di depan sekolah",
        "story": "Sudah dua minggu jalan di depan sekolah berlubang dan anak-anak jatuh.",
        "name": "Warga Contoh",
        "email": "warga@example.com",
    } | fields
    answers.setdefault("category", Category.objects.first() or make_category())
    return Report(**answers)


def make_complaint(
    stage: Stage = Stage.RECEIVED,
    *,
    opd: Opd | None = None,
    publish: bool = True,
    **answers: Any,
) -> Complaint:
    """File a complaint and move it, by its real life, to a stage; from then on `opd` owns it."""
    complaint = file_complaint(
        report=make_report(**answers), submission_key=f"kunci-{next(_numbers)}"
    ).complaint
    coordinator = make_user(is_superuser=True)
    if stage == Stage.ARCHIVED:
        perform(complaint=complaint, transition="archive", by=coordinator, answer="Terlalu umum.")
    elif stage != Stage.RECEIVED:
        perform(
            complaint=complaint,
            transition="verify",
            by=coordinator,
            opd=opd or complaint.opd,
            publish=publish,
        )
    if stage in (Stage.IN_PROGRESS, Stage.RESOLVED):
        perform(complaint=complaint, transition="start", by=coordinator, answer="Kami cek.")
    if stage == Stage.RESOLVED:
        perform(complaint=complaint, transition="resolve", by=coordinator, answer="Sudah ditambal.")
    return Complaint.objects.get(pk=complaint.pk)
