"""`manage.py workflow`: exit codes and output are a contract."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError

from tests.engine.making import broken, make, move, small
from tests.factories import make_member
from workflows.engine.definition import canonical
from workflows.opd.management.commands import workflow
from workflows.opd.models import Role, ServiceStandard


@pytest.fixture
def file(tmp_path):
    def write(definition):
        path = tmp_path / "alur.json"
        path.write_text(canonical(definition))
        return str(path)

    return write


def run(*arguments):
    output = StringIO()
    try:
        call_command("workflow", *arguments, stdout=output)
    except SystemExit as end:
        return int(str(end.code)), output.getvalue()
    except CommandError as error:
        return error.returncode, str(error)
    return 0, output.getvalue()


def test_a_sound_workflow_exits_with_0(db, file):
    assert run("check", file(make(**small()))) == (0, "")


def test_warnings_alone_exit_with_0_and_are_told(db, file):
    code, output = run("check", file(broken(drop=("silence",))))

    assert code == 0
    assert "dead-end state:answered" in output


def test_errors_exit_with_1_and_are_told_with_their_path(db, file):
    code, output = run("check", file(broken(drop=("start",))))

    assert code == 1
    assert "unreachable state:work" in output
    assert "(work)" in output


def test_json_is_the_only_output(db, file):
    code, output = run("check", file(broken(drop=("start",))), "--json")

    assert code == 1
    finding = json.loads(output)["findings"][0]
    assert set(finding) == {"code", "severity", "element", "message", "path"}
    assert isinstance(finding["path"], list)
    assert json.loads(run("check", file(make(**small())), "--json")[1]) == {"findings": []}


@pytest.mark.parametrize("content", ["", "{", '{"format": "x"}', "\xff\xfe"])
def test_an_unreadable_file_exits_with_2(db, tmp_path, content):
    path = tmp_path / "alur.json"
    path.write_bytes(content.encode("latin-1"))

    assert run("check", str(path))[0] == 2
    assert run("diagram", str(path), "--output", str(tmp_path / "x.svg"))[0] == 2


def test_a_missing_file_exits_with_2(db, tmp_path):
    assert run("check", str(tmp_path / "nothing.json"))[0] == 2


def test_with_an_opd_its_members_must_hold_the_roles(city, file, officer):
    sound = file(broken(add=(move("go", "work", "closed", roles=["head"]),)))

    code, output = run("check", sound, "--opd", "PUPR")
    assert code == 1
    assert "empty-role role:head" in output
    make_member(Role.HEAD, city.pupr)
    assert run("check", sound, "--opd", "PUPR") == (0, "")
    assert run("check", sound, "--opd", "NOWHERE")[0] == 2


def test_the_limit_is_the_citys(db, file):
    ServiceStandard.objects.create(supervised_days=8)

    assert "over-limit" in run("check", file(make(**small())))[1]


def test_before_there_is_a_database_the_default_limit_counts(file, monkeypatch, db):
    def missing():
        raise DatabaseError("no such table")

    monkeypatch.setattr(workflow.ServiceStandard.objects, "first", missing)

    assert run("check", file(make(**small()))) == (0, "")


def test_a_diagram_is_written(db, file, tmp_path):
    target = tmp_path / "alur.svg"

    assert run("diagram", file(make(**small())), "--output", str(target)) == (0, "")
    assert target.read_text().startswith("<svg")


def test_a_diagram_that_cannot_be_written_is_told(db, file, tmp_path):
    code, says = run("diagram", file(make(**small())), "--output", str(tmp_path / "no" / "x.svg"))

    assert code == 1
    assert "x.svg" in says
