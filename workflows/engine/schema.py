"""The JSON Schema of the file format, made from the definition itself."""

import json

from workflows.engine.definition import Definition


def json_schema() -> str:
    """Return the schema as it stands in docs/workflow.schema.json."""
    schema = Definition.model_json_schema()
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "satupintu-workflow/1",
    } | schema
    schema["required"] = sorted({*schema["required"], "format"})
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"
