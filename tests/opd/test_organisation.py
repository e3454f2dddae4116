"""Departments, members and what a role gives."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import ImproperlyConfigured
from django.db import IntegrityError, transaction
from django.utils import translation

from tests.factories import make_category, make_member, make_opd, make_user, make_village
from workflows.opd.models import Membership, Role
from workflows.opd.permissions import ADMINISTRATOR, held_role, holds_role, roles_of
from workflows.opd.selectors import (
    active_categories,
    active_opds,
    coordinating_opd,
    members_with_role,
    villages,
)


def test_a_city_without_a_coordinating_department_is_told_what_to_do(db):
    with pytest.raises(ImproperlyConfigured, match="init_city"):
        coordinating_opd()


def test_only_one_department_coordinates(city):
    assert coordinating_opd() == city.kominfo
    with pytest.raises(IntegrityError), transaction.atomic():
        make_opd("LAIN", coordinates=True)


def test_closed_departments_and_categories_are_not_offered(city):
    make_opd("LAMA", is_active=False)
    make_category("lama", is_active=False)

    assert set(active_opds()) == {city.kominfo, city.pupr, city.dukcapil}
    assert list(active_categories()) == [city.roads, city.bribes]


def test_villages_come_with_their_district(db, django_assert_num_queries):
    make_village("Tanah Garam")
    make_village("Laing")

    with django_assert_num_queries(1):
        assert [str(village.district) for village in villages()] == ["Lubuk Sikarah"] * 2


def test_a_category_speaks_the_language_of_the_reader(db):
    category = make_category("jalan", name="Jalan", name_en="Roads")
    untranslated = make_category("air", name="Air bersih")

    with translation.override("en"):
        assert (str(category), str(untranslated)) == ("Roads", "Air bersih")
    with translation.override("id"):
        assert str(category) == "Jalan"


def test_members_are_found_by_role_and_department(city, officer, head, outsider):
    make_member(Role.OFFICER, city.pupr, is_active=False)

    assert set(members_with_role(Role.OFFICER)) == {officer, outsider}
    assert set(members_with_role(Role.OFFICER, Role.HEAD, opd=city.pupr)) == {officer, head}


def test_a_role_is_held_in_its_department_only(city, officer):
    assert holds_role(officer, Role.OFFICER, opd_id=city.pupr.pk)
    assert not holds_role(officer, Role.OFFICER, opd_id=city.dukcapil.pk)
    assert not holds_role(officer, Role.HEAD)


def test_roles_are_read_once(city, officer, django_assert_num_queries):
    with django_assert_num_queries(1):
        roles_of(officer)
        holds_role(officer, Role.OFFICER)


def test_a_superuser_acts_in_a_held_role_first_and_else_as_administrator(city, superuser):
    assert held_role(superuser, Role.COORDINATOR) == ADMINISTRATOR
    Membership.objects.create(user=superuser, opd=city.kominfo, role=Role.COORDINATOR)
    del superuser._opd_roles
    assert held_role(superuser, Role.COORDINATOR) == Role.COORDINATOR


def test_nobody_without_an_active_account_holds_a_role(city, officer):
    officer.is_active = False

    assert not holds_role(officer, Role.OFFICER)
    assert not holds_role(AnonymousUser(), Role.OFFICER)


@pytest.mark.parametrize(
    ("person", "enters", "sets_limits"),
    [
        ("coordinator", True, True),
        ("officer", True, False),
        ("opd_admin", True, False),
        ("auditor", True, False),
        ("nobody", False, False),
    ],
)
def test_what_a_role_gives_in_the_admin(request, city, person, enters, sets_limits):
    user = make_user() if person == "nobody" else request.getfixturevalue(person)

    assert user.has_perm("wagtailadmin.access_admin") is enters
    assert user.has_perm("opd.change_servicestandard") is sets_limits
    assert not user.has_perm("wagtailcore.change_site")


def test_names_of_the_organisation_read_well(city, officer):
    assert str(city.pupr) == "Dinas PUPR"
    assert str(city.village) == "Tanah Garam"
    assert str(Membership.objects.get(user=officer)).startswith("petugas.pupr · ")
