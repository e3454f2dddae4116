"""The demo city's departments, places, categories and days of rest."""

from datetime import date

from portal.demo.sources import read_table
from workflows.opd.models import CalendarDay, Category, District, Opd, Village


def load_organisation() -> None:
    """Make what is missing of the organisation; a row that exists stays as it is."""
    _departments()
    _places()
    _categories()
    for row in read_table("calendar"):
        CalendarDay.objects.get_or_create(
            date=date.fromisoformat(row["date"]),
            defaults={"name": row["name"], "is_working_day": bool(row["is_working_day"])},
        )


def _departments() -> None:
    """Only one department may coordinate; one that does already keeps the task."""
    for row in read_table("departments"):
        coordinates = bool(row.pop("coordinates"))
        if coordinates and Opd.objects.filter(coordinates=True).exists():
            coordinates = False
        Opd.objects.get_or_create(
            code=row.pop("code"), defaults={**row, "coordinates": coordinates}
        )


def _places() -> None:
    districts = {
        row["code"]: District.objects.get_or_create(
            code=row["code"], defaults={"name": row["name"]}
        )[0]
        for row in read_table("districts")
    }
    for row in read_table("villages"):
        Village.objects.get_or_create(
            code=row["code"],
            defaults={"name": row["name"], "district": districts[row["district"]]},
        )


def _categories() -> None:
    departments = {opd.code: opd for opd in Opd.objects.all()}
    for row in read_table("categories"):
        Category.objects.get_or_create(
            key=row["key"],
            defaults={
                "name": row["name"],
                "name_en": row["name_en"],
                "examples": row["examples"],
                "examples_en": row["examples_en"],
                "usual_opd": departments.get(row["usual_opd"]),
                "secret_by_default": bool(row["secret_by_default"]),
                "order": int(row["order"]),
            },
        )
