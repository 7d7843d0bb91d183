"""What the API says of itself, and whether it keeps to it."""

import copy
import json
import subprocess
import sys

import jsonschema
import pytest
import requests
from openapi_spec_validator import validate

import pictures
from stack import ROOT

GOLDEN = ROOT / "Tests" / "StageContractsTests" / "Golden"


@pytest.fixture
def description(stack):
    return requests.get(f"{stack.url}/openapi.json", timeout=30).json()


def strict(schema):
    """The schema with no member allowed that it does not name, so that nothing new goes undescribed."""
    if isinstance(schema, dict):
        closed = {name: strict(value) for name, value in schema.items()}
        if "properties" in closed and "additionalProperties" not in closed:
            closed["additionalProperties"] = False
        return closed
    return [strict(value) for value in schema] if isinstance(schema, list) else schema


def assert_described(value, name, description):
    schemas = strict(copy.deepcopy(description["components"]["schemas"]))
    schema = {"$ref": f"#/components/schemas/{name}", "components": {"schemas": schemas}}
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(value)


def test_the_description_is_openapi_3_1_for_callers(stack, description):
    validate(description)
    assert description["openapi"] == "3.1.0"
    assert description["servers"] == [{"url": stack.url}]
    assert "x-amazon" not in json.dumps(description)
    staged = requests.get(f"{stack.url}/v1/openapi.json", timeout=30).json()
    assert staged["servers"] == [{"url": f"{stack.url}/v1"}]
    for path, operations in description["paths"].items():
        for method, operation in operations.items():
            assert operation["summary"] and operation["operationId"], (method, path)
            assert all(response["description"] for response in operation["responses"].values())
    refused = requests.post(f"{stack.url}/openapi.json", timeout=30)
    assert (refused.status_code, refused.headers["Allow"]) == (405, "GET, HEAD")


def test_records_have_the_shape_that_is_described(stack, description):
    for path in sorted(GOLDEN.glob("record-*.json")):
        assert_described(json.loads(path.read_text()), "Record", description)
    source = {"key": stack.upload(pictures.jpeg())["key"]}
    subscriber = stack.subscribe()
    wishes = [{"preset": "gallery", "retention": "discard"}, {"puzzle": {"rows": 2, "columns": 3}}]
    requests_made = [stack.ask({"source": {"key": "uploads/none"}, "preset": "gallery"})]
    requests_made += [stack.ask({"source": source, **wish}) for wish in reversed(wishes)]
    for request_id in requests_made:
        subscriber.end_of(request_id)
        assert_described(stack.record(request_id), "Record", description)


def test_examples_are_accepted(stack, description):
    content = description["paths"]["/process-file"]["post"]["requestBody"]["content"]["application/json"]
    for name, example in content["examples"].items():
        assert_described(example["value"], "ProcessingRequest", description)
        accepted = stack.post(example["value"])
        assert accepted.status_code == 202, (name, accepted.text)
        assert_described(accepted.json(), "Accepted", description)


def test_the_running_stack_keeps_to_its_description(start_stack, tmp_path):
    """Schemathesis, an independent tester of APIs, with valid and with broken requests."""
    stack = start_stack(SourceHosts="none.invalid")
    command = [
        sys.executable.replace("python3", "schemathesis"), "run", f"{stack.url}/openapi.json",
        "--no-color", "--phases", "examples,coverage,fuzzing", "--max-examples", "15", "--seed", "7",
        # A stream has no end to wait for.
        "--exclude-path-regex", "events$|^/channels",
    ]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=120)
    assert result.returncode == 0, result.stdout[-6000:]
