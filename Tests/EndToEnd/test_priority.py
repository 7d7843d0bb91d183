"""An urgent request goes before a thousand others, at every stage."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import requests

import pictures

BACKLOG = 1000
DONE = re.compile(r'^image_processor_jobs_total\{outcome="done",stage="process"\} ([0-9.e+]+)$', re.MULTILINE)


def done_count(stack):
    found = DONE.search(requests.get(f"{stack.url}/metrics", timeout=30).text)
    return int(float(found.group(1))) if found else 0


def fill(stack, key, count):
    """Jobs sent straight to the ordinary queue."""
    sqs = stack.client("sqs")
    url = sqs.get_queue_url(QueueName="rtp-request-queue")["QueueUrl"]

    def send(first):
        entries = []
        for number in range(first, first + 10):
            job = {"requestId": f"job-{number}", "source": {"key": key}, "renditions": [{"name": "a", "width": 8}]}
            entries.append({"Id": str(number), "MessageBody": json.dumps(job)})
        assert "Failed" not in sqs.send_message_batch(QueueUrl=url, Entries=entries)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(send, range(0, count, 10)))


def test_a_backlog_does_not_delay_an_urgent_request(stack):
    key = stack.upload(pictures.jpeg(32, 24))["key"]
    fill(stack, key, BACKLOG)
    # The functions have begun; what they have done by now is no backlog any more, and is made up for.
    stack.output.wait_for('"Outcome":"done","Stage":"process"')
    fill(stack, key, done_count(stack) // 10 * 10 + 50)
    before = done_count(stack)
    urgent = {"source": {"key": key}, "renditions": [{"name": "a", "width": 8}], "attributes": {"priority": "1"}}
    request_id = stack.ask(urgent)
    stack.output.wait_for(f'"rtp-file-processor".*"the stage is done".*"request":"{request_id}"')
    delay = done_count(stack) - before
    assert stack.record(request_id)["status"] == "processed"
    assert stack.queue_depth("rtp-request-queue") + stack.queue_depth("rtp-preprocess-ok-queue") > BACKLOG // 2
    assert delay < BACKLOG // 20, f"{delay} ordinary requests were done first"
    assert stack.queue_depth("rtp-urgent-queue") == stack.queue_depth("rtp-preprocess-ok-urgent-queue") == 0


def test_an_ordinary_request_does_not_take_the_urgent_way(stack):
    key = stack.upload(pictures.jpeg(32, 24))["key"]
    for attributes in ({}, {"priority": "0"}, {"region": "usa"}):
        request_id = stack.ask({"source": {"key": key}, "renditions": [{"name": "a", "width": 8}], "attributes": attributes})
        assert stack.follow(request_id)["status"] == "processed"
    mappings = requests.get(f"{stack.url}/2015-03-31/event-source-mappings/", timeout=30).json()["EventSourceMappings"]
    assert sum("urgent" in mapping["EventSourceArn"] for mapping in mappings) == 3
    assert all("urgent" not in line for line in stack.output.lines if '"messageId"' in line)
