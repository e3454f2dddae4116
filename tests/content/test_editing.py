"""Editors write, submit, approve and publish; they get no other right."""

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page, Workflow

from content.models import CityIdentity, HomePage, InformationPage
from content.services import APPROVAL, EDITORS, WRITERS
from tests.factories import make_user


@pytest.fixture
def editor(homes):
    user = make_user("editor")
    user.groups.add(Group.objects.get(name=EDITORS))
    return user


@pytest.fixture
def writer(homes):
    user = make_user("penulis")
    user.groups.add(Group.objects.get(name=WRITERS))
    return user


def test_an_editor_may_publish_and_a_writer_may_only_submit(homes, editor, writer):
    home = homes["id"]

    assert home.permissions_for_user(editor).can_publish_subpage()
    assert home.permissions_for_user(writer).can_add_subpage()
    assert not home.permissions_for_user(writer).can_publish_subpage()


def test_a_submission_waits_for_an_editor_and_is_published_by_approval(homes, editor, writer):
    home = HomePage.objects.get(pk=homes["id"].pk)
    page = InformationPage(title="Usulan", locale=home.locale, live=False, owner=writer)
    home.add_child(instance=page)
    page.save_revision(user=writer)
    workflow = Workflow.objects.get(name=APPROVAL)
    assert page.get_workflow() == workflow

    state = workflow.start(page, writer)
    state.current_task_state.approve(user=editor)

    assert Page.objects.get(pk=page.pk).live


def test_an_editor_keeps_menus_and_contacts_and_nothing_of_complaints(client, homes, editor):
    client.force_login(editor)
    identity = CityIdentity.load()

    assert client.get("/admin/").status_code == 200
    assert client.get("/admin/snippets/content/navigationmenu/").status_code == 200
    assert client.get(f"/admin/settings/content/cityidentity/{identity.pk}/").status_code == 200
    assert client.get("/admin/complaints/").status_code == 302
    assert client.get("/admin/opd/opd/").status_code == 302
    assert client.get("/admin/users/").status_code == 302


def test_a_writer_cannot_change_menus(client, homes, writer):
    client.force_login(writer)

    assert client.get("/admin/snippets/content/navigationmenu/").status_code != 200


@pytest.mark.parametrize("slug", ["lapor", "sop", "opd", "faq"])
def test_every_first_page_can_be_edited_and_previewed(client, homes, editor, slug):
    client.force_login(editor)
    page = homes["id"].get_children().get(slug=slug).specific

    assert client.get(f"/admin/pages/{page.pk}/edit/").status_code == 200
    preview = page.make_preview_request()
    assert preview.status_code == 200
