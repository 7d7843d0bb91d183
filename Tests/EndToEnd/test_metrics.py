"""What operators see: lines that CloudWatch takes metrics from, and pages that Prometheus reads."""

import json
import socket

import jsonschema
import pytest
import requests
from prometheus_client.parser import text_string_to_metric_families

import pictures
from metrics_schema import SCHEMA, assert_targets_exist
from moto_account import MotoAccount

RENDITIONS = [{"name": "small", "width": 100, "format": "webp"}]


def families(url):
    answer = requests.get(url, timeout=30)
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/plain; version=0.0.4")
    return {family.name: family for family in text_string_to_metric_families(answer.text)}


def jobs(page):
    return {
        (sample.labels["stage"], sample.labels["outcome"]): sample.value for sample in page["image_processor_jobs"].samples
    }


def assert_is_histogram(family):
    """Every series counts up to its last bucket, which has all."""
    assert family.type == "histogram"
    assert family.name.endswith("_seconds")
    buckets = {}
    for sample in family.samples:
        labels = tuple(sorted((name, value) for name, value in sample.labels.items() if name != "le"))
        buckets.setdefault(labels, {})[sample.name.removeprefix(family.name) + sample.labels.get("le", "")] = sample.value
    for series in buckets.values():
        counts = [value for name, value in series.items() if name.startswith("_bucket")]
        assert counts == sorted(counts)
        assert series["_bucket+Inf"] == series["_count"] > 0
        assert 0 <= series["_sum"] < 60 * series["_count"]


def test_the_functions_write_what_cloudwatch_reads_and_the_stack_answers_prometheus(stack):
    assert families(f"{stack.url}/metrics") == {}
    key = stack.upload(pictures.jpeg(320, 240))["key"]
    good = [stack.ask({"source": {"key": key}, "renditions": RENDITIONS}) for _ in range(3)]
    bad = stack.ask({"source": {"key": "uploads/none"}, "renditions": RENDITIONS})
    for request_id in [*good, bad]:
        assert "notify" in stack.follow(request_id)["stages"]
    # A message leaves its queue when its function has said everything.
    for queue in ("rtp-request-queue", "rtp-preprocess-ok-queue", "rtp-notifier-queue"):
        stack.wait_until(lambda: stack.queue_depth(queue) == 0)

    page = families(f"{stack.url}/metrics")
    assert jobs(page) == {
        ("preprocess", "done"): 3, ("preprocess", "failed"): 1, ("process", "done"): 3, ("notify", "done"): 4,
    }
    assert page["image_processor_jobs"].type == page["image_processor_errors"].type == "counter"
    assert {sample.labels["stage"]: sample.value for sample in page["image_processor_errors"].samples} == {
        "preprocess": 1, "process": 0, "notify": 0,
    }
    assert_is_histogram(page["image_processor_job_duration_seconds"])
    assert_is_histogram(page["image_processor_step_duration_seconds"])
    steps = {sample.labels["step"] for sample in page["image_processor_step_duration_seconds"].samples}
    assert {"fetch", "inspect", "normalise", "store"} < steps

    lines = [json.loads(line) for line in stack.output.lines if '"CloudWatchMetrics"' in line]
    assert len(lines) > 3 * 8
    for line in lines:
        jsonschema.validate(line, SCHEMA)
        assert_targets_exist(line)
    assert sum(line.get("Jobs", 0) for line in lines) == 11


@pytest.fixture
def account():
    account = MotoAccount()
    yield account
    account.stop()


def test_a_worker_that_polls_its_queue_answers_prometheus_and_probes(account):
    account.start_functions({"preprocessor": {"METRICS_PORT": "0"}})
    said = account.outputs["preprocessor"]
    port = int(said.wait_for(r'"metrics and health can be asked for".*"port":(\d+)').group(1))
    url = f"http://127.0.0.1:{port}"
    assert requests.get(f"{url}/health", timeout=10).status_code == 200
    assert families(f"{url}/metrics") == {}
    request = {"requestId": "on-moto-1", "source": {"key": "uploads/none"}, "renditions": RENDITIONS}
    account.client("sns").publish(TopicArn=account.topics["request"], Message=json.dumps(request))
    said.wait_for('"Errors":1')
    page = families(f"{url}/metrics")
    assert jobs(page) == {("preprocess", "failed"): 1}
    assert_is_histogram(page["image_processor_job_duration_seconds"])
    assert requests.get(f"{url}/other", timeout=10).status_code == 404
    assert requests.post(f"{url}/metrics", timeout=10).status_code == 405
    with socket.create_connection(("127.0.0.1", port)) as silent:
        # Who says nothing holds up the others for two seconds at most.
        assert requests.get(f"{url}/health", timeout=10).text == "ok\n"
    with socket.create_connection(("127.0.0.1", port)) as confused:
        confused.sendall(b"\x00\xff\r\n\r\n")
        assert confused.recv(100).startswith(b"HTTP/1.1 400 ")
