"""What the API says of itself, and whether it keeps to it."""

import copy
import itertools
import json
import os
import re
import subprocess
import sys

import jsonschema
import pytest
import requests
from openapi_spec_validator import validate

import pictures
from stack import ROOT, watch

# What answers with a stream of events.
STREAMS = "events$|^/channels"
GOLDEN = ROOT / "Tests" / "StageContractsTests" / "Golden"


@pytest.fixture
def description(stack):
    return requests.get(f"{stack.url}/openapi.json", timeout=30).json()


def strict(schema):
    """The schema with no member of objects allowed that it does not name, so that nothing new goes undescribed."""
    if isinstance(schema, dict):
        closed = {name: strict(value) for name, value in schema.items()}
        # What has no type is a condition on an object that is described elsewhere.
        if "properties" in closed and closed.get("type") == "object" and "additionalProperties" not in closed:
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


def test_events_have_the_shape_that_is_described(stack, description):
    """Of every kind, as a subscriber's queue and as a stream get them."""
    for path in sorted(GOLDEN.glob("event-*.json")):
        assert_described(json.loads(path.read_text()), "Event", description)
    subscriber = stack.subscribe()
    source = {"key": stack.upload(pictures.jpeg())["key"]}
    common = {"notify": {"channel": "gallery-7"}, "attributes": {"region": "usa", "customer": "7"}}
    requests.delete(f"{stack.url}/requests/taken-back", timeout=30).raise_for_status()
    for request_id, wish in {
        "made": {"source": source, "preset": "gallery", "puzzle": {"rows": 2, "columns": 3}},
        "failed": {"source": {"key": "uploads/none"}, "preset": "gallery"},
        "taken-back": {"source": source, "preset": "gallery"},
    }.items():
        stack.ask({"requestId": request_id, **wish, **common})
        streamed = [event for event in watch(f"{stack.url}/requests/{request_id}/events") if event.event != "end"]
        assert streamed
        for event in streamed:
            fields = {"event": event.event, "id": event.id, "data": event.data}
            assert_described(fields, "StreamedEvent", description)
            assert_described(json.loads(event.data), "Event", description)
    stack.ask({"requestId": "made", "source": source, "preset": "gallery", **common})
    subscriber.wait_for(lambda event: event["type"].endswith(".refused"))
    kinds = {event["type"].rpartition(".")[2] for event in subscriber.seen}
    assert kinds == {"started", "progress", "completed", "failed", "cancelled", "refused"}
    for event in subscriber.seen:
        assert_described(event, "Event", description)


def test_callbacks_have_the_shape_that_is_described(description):
    body = description["webhooks"]["requestEnded"]["post"]["requestBody"]["content"]["application/json"]
    name = body["schema"]["$ref"].rpartition("/")[2]
    for path in sorted(GOLDEN.glob("callback-*.json")):
        assert_described(json.loads(path.read_text()), name, description)


def test_examples_are_accepted(stack, description):
    content = description["paths"]["/process-file"]["post"]["requestBody"]["content"]["application/json"]
    for name, example in content["examples"].items():
        assert_described(example["value"], "ProcessingRequest", description)
        accepted = stack.post(example["value"])
        assert accepted.status_code == 202, (name, accepted.text)
        assert_described(accepted.json(), "Accepted", description)


def patterns(value):
    """Every regular expression of a description."""
    if isinstance(value, dict):
        own = [value["pattern"]] if isinstance(value.get("pattern"), str) else []
        return own + [pattern for member in value.values() for pattern in patterns(member)]
    return [pattern for element in value for pattern in patterns(element)] if isinstance(value, list) else []


def test_patterns_are_of_whole_characters(description):
    """JSON Schema's dialect has no halves of characters, and Python has none."""
    found = patterns(description)
    assert len(found) > 10
    for pattern in found:
        re.compile(pattern)
        assert not re.search(r"\\u[dD][89a-fA-F]", pattern), pattern
    assert_described({"key": "uploads/1/\U0001f600.jpg"}, "Source", description)
    for hidden in ("uploads/1/\U000e0041", "uploads/\U000e0001\u200b\U000e007f"):
        with pytest.raises(jsonschema.ValidationError):
            assert_described({"key": hidden}, "Source", description)


def test_the_running_stack_keeps_to_its_description(start_stack, tmp_path):
    """Schemathesis, an independent tester of APIs, with valid and with broken requests."""
    stack = start_stack(SourceHosts="none.invalid")
    command = [
        sys.executable.replace("python3", "schemathesis"), "run", f"{stack.url}/openapi.json",
        "--no-color", "--phases", "examples,coverage,fuzzing", "--max-examples", "40", "--seed", "1",
        # Streams, which need not end, have a test of their own.
        "--exclude-path-regex", STREAMS,
    ]
    hooks = {"SCHEMATHESIS_HOOKS": "schemathesis_hooks", "PYTHONPATH": os.path.dirname(__file__)}
    environment = os.environ | hooks
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240, env=environment)
    assert result.returncode == 0, result.stdout[-6000:]


@pytest.mark.parametrize("kind", ["application/json", "text/plain", "multipart/form-data; boundary=x", "image/jpeg", "x/y"])
def test_what_clients_send_unasked_is_described(stack, description, kind):
    """Bodies and media types where none is needed, and what a newcomer tries first."""
    stack.ask({"requestId": "order-42", "source": {"key": "uploads/none"}, "preset": "gallery"})
    stack.follow("order-42")
    calls = [
        ("get", "/health", 200), ("get", "/requests/order-42", 200), ("delete", "/requests/order-42", 409),
        ("post", "/requests/order-42/links", 202), ("post", "/files/photo.jpg", 405),
    ]
    for (method, path, status), body in itertools.product(calls, [None, b"{}", b"--x"]):
        answer = requests.request(method, stack.url + path, data=body, headers={"Content-Type": kind}, timeout=30)
        assert answer.status_code == (415 if kind == "x/y" else status), (method, path, body, answer.text)
        described = path.replace("order-42", "{id}").replace("photo.jpg", "{name}")
        method = "put" if status == 405 else method
        assert str(answer.status_code) in description["paths"][described][method]["responses"]


def test_the_streams_keep_to_their_description(stack, tmp_path):
    """Schemathesis reads each stream for a moment, and holds every event and its payload against their schemas."""
    subscriber = stack.subscribe()
    example = {"requestId": "order-42", "source": {"key": "uploads/none"}, "preset": "gallery"}
    stack.ask(example | {"notify": {"channel": "gallery-7"}})
    subscriber.end_of("order-42")
    events = requests.get(f"{stack.url}/requests/order-42/events", timeout=30)
    assert "event: started" in events.text and "event: end" in events.text
    result = run_on_streams(stack, tmp_path)
    assert result.returncode == 0, result.stdout[-6000:]
    assert "2 selected" in result.stdout, result.stdout


@pytest.mark.parametrize(
    "name, change",
    [("Event", {"required": ["nothing"]}), ("StreamedEvent", {"anyOf": [{"properties": {"event": {"const": "x"}}}]})],
)
def test_streams_that_break_their_description_are_found(stack, description, tmp_path, name, change):
    """What would be the use of a check that cannot fail?"""
    subscriber = stack.subscribe()
    stack.ask({"requestId": "order-42", "source": {"key": "uploads/none"}, "preset": "gallery"})
    subscriber.end_of("order-42")
    description["components"]["schemas"][name] |= change
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(description))
    result = run_on_streams(stack, tmp_path, path, "examples")
    assert result.returncode == 1 and "SSE event violates schema" in result.stdout, result.stdout[-6000:]


def run_on_streams(stack, tmp_path, description=None, phases="examples,coverage,fuzzing"):
    command = [
        sys.executable.replace("python3", "schemathesis"), "run", str(description or f"{stack.url}/openapi.json"),
        "--no-color", "--phases", phases, "--max-examples", "5", "--seed", "7", "--request-timeout", "1",
        "--include-path-regex", STREAMS, "--url", stack.url,
    ]
    return subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, timeout=240)
