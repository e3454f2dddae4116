"""Make the database itself refuse to change or delete a line of the history."""

from django.db import migrations

from workflows.cases.append_only import protect_sql, release_sql


def protect(apps, schema_editor):
    for statement in protect_sql(schema_editor.connection.vendor):
        schema_editor.execute(statement)


def release(apps, schema_editor):
    for statement in release_sql(schema_editor.connection.vendor):
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("cases", "0001_initial")]
    operations = [migrations.RunPython(protect, release)]
