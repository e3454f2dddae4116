"""Configuration lists: the coordinator all, an OPD admin the own OPD, nobody else anything."""

import pytest

from tests.factories import make_member, make_user
from workflows.opd.models import CalendarDay, Category, Membership, Opd, Role, ServiceStandard

LISTS = ["opd", "membership", "category", "village", "district", "calendarday"]


def url(name, action="", pk=None):
    parts = [f"/admin/opd/{name}/"]
    if action:
        parts.append(f"{action}/")
    if pk is not None:
        parts.append(f"{pk}/")
    return "".join(parts)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize(
    ("person", "sees"),
    [
        ("coordinator", set(LISTS)),
        ("superuser", set(LISTS)),
        ("opd_admin", {"opd", "membership"}),
        ("officer", set()),
        ("head", set()),
        ("auditor", set()),
    ],
)
def test_each_role_sees_its_lists(request, client, city, person, sees, name):
    client.force_login(request.getfixturevalue(person))

    assert (client.get(url(name)).status_code == 200) is (name in sees)
    assert (url(name) in client.get("/admin/").content.decode()) is (name in sees)


def test_the_coordinator_edits_a_category(client, city, coordinator):
    client.force_login(coordinator)
    data = {"name": "Jalan kota", "key": "jalan", "order": 5, "is_active": "on"}

    response = client.post(url("category", "edit", city.roads.pk), data)

    assert response.status_code == 302
    assert Category.objects.get(pk=city.roads.pk).name == "Jalan kota"


def test_the_coordinator_adds_a_day_of_the_city(client, city, coordinator):
    client.force_login(coordinator)

    client.post(url("calendarday", "create"), {"date": "2026-12-16", "name": "Hari jadi kota"})

    assert CalendarDay.objects.get().name == "Hari jadi kota"


def test_the_coordinator_changes_the_promised_limits(client, city, coordinator, officer):
    standard = ServiceStandard.load()
    address = f"/admin/settings/opd/servicestandard/{standard.pk}/"
    client.force_login(coordinator)
    page = client.get(address)
    assert page.status_code == 200
    client.force_login(officer)
    assert client.get(address).status_code == 302


def test_an_opd_admin_lists_and_edits_only_the_own_department(client, city, opd_admin):
    client.force_login(opd_admin)
    page = client.get(url("opd")).content.decode()
    assert city.pupr.short_name in page
    assert city.dukcapil.short_name not in page

    data = {
        "short_name": "Dinas PUPR",
        "name": "Dinas PUPR",
        "answers_for": "jalan",
        "phone": "0755 000",
        "code": "DIAMBIL",
        "coordinates": "on",
    }
    client.post(url("opd", "edit", city.pupr.pk), data)

    opd = Opd.objects.get(pk=city.pupr.pk)
    assert opd.phone == "0755 000"
    assert (opd.code, opd.coordinates, opd.is_active) == ("PUPR", False, True)


@pytest.mark.parametrize("action", ["edit", "delete", "inspect", "history"])
@pytest.mark.parametrize("method", ["get", "post"])
def test_another_departments_rows_answer_like_unknown_ones(
    client, city, opd_admin, outsider, action, method
):
    theirs = Membership.objects.get(user=outsider)
    client.force_login(opd_admin)

    for name, pk in (("opd", city.dukcapil.pk), ("membership", theirs.pk), ("opd", "abc")):
        known = getattr(client, method)(url(name, action, pk))
        unknown = getattr(client, method)(url(name, action, 999999))
        assert known.status_code == unknown.status_code == 404
        same = known.content.decode().replace(url(name, action, pk), "")
        assert same == unknown.content.decode().replace(url(name, action, 999999), "")
    assert Opd.objects.filter(pk=city.dukcapil.pk).exists()
    assert Membership.objects.filter(pk=theirs.pk).exists()


def test_an_opd_admin_gives_roles_of_the_own_department_only(client, city, opd_admin):
    somebody = make_user("pegawai.baru")
    client.force_login(opd_admin)

    def give(opd, role):
        data = {"user": somebody.pk, "opd": opd.pk, "role": role}
        return client.post(url("membership", "create"), data).status_code

    assert give(city.pupr, Role.OFFICER) == 302
    assert give(city.dukcapil, Role.OFFICER) == 200
    assert give(city.pupr, Role.COORDINATOR) == 200
    assert give(city.pupr, Role.AUDITOR) == 200
    assert list(somebody.memberships.values_list("opd__code", "role")) == [("PUPR", "officer")]
    somebody.refresh_from_db()
    assert not somebody.is_superuser
    assert not somebody.is_staff


def test_an_opd_admin_cannot_touch_a_role_that_reaches_beyond_the_department(
    client, city, opd_admin
):
    auditor = make_member(Role.AUDITOR, city.pupr)
    client.force_login(opd_admin)

    assert client.get(url("membership", "edit", auditor.memberships.get().pk)).status_code == 404


def test_an_opd_admin_takes_a_role_away(client, city, opd_admin, officer):
    client.force_login(opd_admin)

    client.post(url("membership", "delete", officer.memberships.get().pk))

    assert not officer.memberships.exists()


def test_the_same_role_twice_is_refused_with_a_sentence(client, city, coordinator, officer):
    client.force_login(coordinator)
    data = {"user": officer.pk, "opd": city.pupr.pk, "role": Role.OFFICER}

    response = client.post(url("membership", "create"), data)

    assert response.status_code == 200
    assert Membership.objects.filter(user=officer).count() == 1


def test_a_department_in_use_is_kept_with_the_reason(client, city, coordinator, officer):
    client.force_login(coordinator)

    response = client.post(url("opd", "delete", city.pupr.pk))

    assert response.status_code == 200
    assert "petugas.pupr" in response.content.decode()
    assert Opd.objects.filter(pk=city.pupr.pk).exists()


def test_a_department_that_nobody_needs_is_deleted(client, city, coordinator):
    client.force_login(coordinator)

    assert client.post(url("opd", "delete", city.dukcapil.pk)).status_code == 302
    assert not Opd.objects.filter(pk=city.dukcapil.pk).exists()


def test_changes_of_a_row_stand_in_its_history(client, city, opd_admin):
    client.force_login(opd_admin)

    assert client.get(url("opd", "history", city.pupr.pk)).status_code == 200


@pytest.mark.parametrize("name", LISTS)
def test_a_list_costs_the_same_at_any_size(
    client, city, coordinator, officer, name, django_assert_max_num_queries
):
    for number in range(10):
        make_member(Role.OFFICER, city.pupr, f"petugas{number}")
        Category.objects.create(key=f"k{number}", name=f"K{number}", usual_opd=city.pupr)
    client.force_login(coordinator)
    client.get(url(name))

    with django_assert_max_num_queries(16):
        client.get(url(name))
